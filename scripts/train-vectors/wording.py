"""Everyday and official wording: pairs to learn from, and swaps inside the news' own sentences."""

import json

import numpy as np

# Question words that say nothing of the subject: added to spans so that they learn to weigh little.
FILLERS = (
    "怎么 怎么办 什么 哪里 哪儿 哪些 哪个 多少 多久 几 谁 吗 呢 吧 啊 有没有 能不能 可以 是不是 请问 想 问 问一下 "
    "我 我们 你们 我家 家里 村里 这里 现在 要 会 能 有 去 到 找 知道 什么时候 为什么 怎样 如何 一下 告诉 了 的 在"
).split()


def joined_bag(*bags):
    return np.concatenate([bag[0] for bag in bags]), np.concatenate([bag[1] for bag in bags])


def bag_of(texts):
    return np.array([row for text in texts for row in text], np.int64), np.array([len(text) for text in texts])


class Swaps:
    """Swaps some units for one of the wordings that may stand for them."""

    def __init__(self, size, wordings):
        """`wordings`: pairs of a unit's row and the rows that may stand for it."""
        wordings = sorted(wordings, key=lambda pair: pair[0])
        self.counts = np.bincount([unit for unit, _ in wordings], minlength=size)
        self.first = np.concatenate([[0], np.cumsum(self.counts)[:-1]])
        self.lengths = np.array([len(rows) for _, rows in wordings])
        self.offsets = np.concatenate([[0], np.cumsum(self.lengths)[:-1]])
        self.flat = np.array([row for _, rows in wordings for row in rows], np.int64)

    def apply(self, bag, share, random):
        units, lengths = bag
        owner = np.repeat(np.arange(len(lengths)), lengths)
        swapped = (random.random(len(units)) < share) & (self.counts[units] > 0)
        words = units[swapped]
        if len(words) == 0:
            return bag
        chosen = self.first[words] + (random.random(len(words)) * self.counts[words]).astype(np.int64)
        counts = self.lengths[chosen]
        first = np.repeat(self.offsets[chosen] - np.concatenate([[0], np.cumsum(counts)[:-1]]), counts)
        extra = self.flat[first + np.arange(counts.sum())]
        owners = np.concatenate([owner[~swapped], np.repeat(owner[swapped], counts)])
        order = np.argsort(owners, kind="stable")
        return np.concatenate([units[~swapped], extra])[order], np.bincount(owners, minlength=len(lengths))


def dropped(bag, share, random):
    """Leaves some units out."""
    units, lengths = bag
    owner = np.repeat(np.arange(len(lengths)), lengths)
    kept = random.random(len(units)) >= share
    return units[kept], np.bincount(owner[kept], minlength=len(lengths))


def with_fillers(bag, fillers, share, random):
    """Adds one to three question words to some texts."""
    units, lengths = bag
    added = np.where(random.random(len(lengths)) < share, random.integers(1, 4, len(lengths)), 0)
    owners = np.concatenate([np.repeat(np.arange(len(lengths)), lengths), np.repeat(np.arange(len(added)), added)])
    order = np.argsort(owners, kind="stable")
    return np.concatenate([units, random.choice(fillers, added.sum())])[order], lengths + added


class Wording:
    def __init__(self, folder, hold_out=False):
        with open(f"{folder}/units.txt") as file:
            rows = {unit: row for row, unit in enumerate(file.read().split("\n")[:-1])}
        self.fillers = np.array([rows[word] for word in FILLERS if word in rows])
        with open(f"{folder}/pairs.json") as file:
            pairs = [pair for pair in json.load(file) if pair[0] and pair[1]]
        self.held_out = pairs[::5]
        self.pairs = [pair for i, pair in enumerate(pairs) if i % 5 or not hold_out]
        with open(f"{folder}/thesaurus.json") as file:
            self.thesaurus = [
                (word, [term for term in terms if term]) for word, terms in json.load(file) if word and any(terms)
            ]
        wordings = []
        for word, terms in self.thesaurus:
            for term in terms:
                # Search mode puts a long word after its parts: the long word alone stands for the term.
                wordings.append((term[-1], word)) if len(term) == 1 else None
                wordings.append((word[0], term)) if len(word) == 1 else None
        self.swaps = Swaps(len(rows), wordings)

    def sample(self, count, random):
        """Own pairs, as questions and as they stand."""
        chosen = [self.pairs[i] for i in random.choice(len(self.pairs), min(count, len(self.pairs)), replace=False)]
        return bag_of([pair[0] for pair in chosen]), bag_of([pair[1] for pair in chosen])

    def sample_thesaurus(self, count, random):
        """Everyday words against some of their official terms; no first term twice, lest equals be opposed."""
        words, terms, seen = [], [], set()
        for i in random.permutation(len(self.thesaurus)):
            word, official = self.thesaurus[i]
            key = tuple(official[0])
            if key in seen:
                continue
            seen.add(key)
            kept = [term for term in official if random.random() < 0.6] or official[:1]
            words.append(word)
            terms.append([row for term in kept for row in term])
            if len(words) == count:
                break
        return bag_of(words), bag_of(terms)
