"""Training pairs out of running text: a span against what stands around it, a question against what follows."""

import numpy as np

SENTENCE_END, QUESTION_END, ARTICLE_END, FIRST_UNIT = 0, 1, 2, 3


class News:
    """The stream of unit rows that tokenize.ts writes, with its sentences and articles."""

    def __init__(self, path):
        stream = np.fromfile(path, dtype=np.uint16)
        is_unit = stream >= FIRST_UNIT
        self.units = (stream[is_unit] - FIRST_UNIT).astype(np.int64)
        before = np.concatenate([[0], np.cumsum(is_unit)])
        self.sentence_ends, asks = self._ends(stream, before, (stream == SENTENCE_END) | (stream == QUESTION_END))
        self.article_ends, _ = self._ends(stream, before, stream == ARTICLE_END)
        self.sentence_starts = np.concatenate([[0], self.sentence_ends[:-1]])
        self.article_starts = np.concatenate([[0], self.article_ends[:-1]])
        self.questions = np.flatnonzero(asks)

    @staticmethod
    def _ends(stream, before, is_end):
        places = np.flatnonzero(is_end)
        ends = before[places]
        kept = np.diff(ends, prepend=0) > 0
        return ends[kept], stream[places][kept] == QUESTION_END

    def articles_of(self, positions):
        article = np.searchsorted(self.article_ends, positions, side="right")
        return self.article_starts[article], self.article_ends[article]


def around(news, starts, ends, width, random, keep_span):
    """Up to `width` units on both sides of [start, end) inside the article, the span itself left out."""
    first, last = news.articles_of(starts)
    left = np.minimum(random.integers(0, width + 1, len(starts)), starts - first)
    columns = starts[:, None] - left[:, None] + np.arange(width)[None, :]
    inside = columns < last[:, None]
    span = (columns >= starts[:, None]) & (columns < ends[:, None])
    inside &= ~span | keep_span[:, None]
    return columns, inside


def bags(units, columns, inside):
    lengths = inside.sum(1)
    return units[columns[inside].clip(0, len(units) - 1)], lengths


def span_pairs(news, count, random, width=72, shortest=4, longest=16, keep=0.1):
    """Inverse cloze: a short span of a sentence, and what stands around it in the article."""
    positions = random.integers(0, len(news.units), count)
    sentence = np.searchsorted(news.sentence_ends, positions, side="right")
    start, end = news.sentence_starts[sentence], news.sentence_ends[sentence]
    length = random.integers(shortest, longest + 1, count)
    first = np.maximum(start, np.minimum(positions, end - length))
    last = np.minimum(first + length, end)
    columns = first[:, None] + np.arange(longest)[None, :]
    questions = bags(news.units, columns, columns < last[:, None])
    contexts = bags(news.units, *around(news, first, last, width, random, random.random(count) < keep))
    return questions, contexts


def question_pairs(news, count, random, width=72, longest=24):
    """A sentence that ends with a question mark, and what follows it."""
    sentence = random.choice(news.questions, count)
    start, end = news.sentence_starts[sentence], news.sentence_ends[sentence]
    start = np.maximum(start, end - longest)
    columns = start[:, None] + np.arange(longest)[None, :]
    questions = bags(news.units, columns, columns < end[:, None])
    _, last = news.articles_of(start)
    columns = end[:, None] + np.arange(width)[None, :]
    contexts = bags(news.units, columns, columns < last[:, None])
    return questions, contexts
