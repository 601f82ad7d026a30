"""Contrastive static embeddings: the vectors of a text's units are summed; nothing else is learnt."""

import argparse
import json
import time

import numpy as np
import torch

from bag_table import BagTable
from pairs_from_news import News, question_pairs, span_pairs
from wording import Swaps, Wording, dropped, joined_bag, with_fillers


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="folder written by tokenize.ts")
    parser.add_argument("--start", required=True, help="starting table, .npy")
    parser.add_argument("--out", required=True, help="trained table, .npy")
    parser.add_argument("--steps", type=int, default=2200)
    parser.add_argument("--batch", type=int, default=1024)
    parser.add_argument("--rate", type=float, default=4e-3)
    parser.add_argument("--temperature", type=float, default=0.05)
    parser.add_argument("--questions", type=float, default=0.15, help="share of question pairs in a batch")
    parser.add_argument("--own", type=int, default=0, help="own pairs in a batch")
    parser.add_argument("--thesaurus", type=int, default=0, help="thesaurus pairs in a batch")
    parser.add_argument("--swap", type=float, default=0.0, help="share of words swapped for everyday or official ones")
    parser.add_argument("--fillers", type=float, default=0.0, help="share of spans with added question words")
    parser.add_argument("--hold-out", action="store_true", help="leave every fifth own pair out, to measure on")
    parser.add_argument("--keep", type=float, default=0.3, help="share of contexts that keep the span")
    parser.add_argument("--width", type=int, default=120, help="most units of a context")
    parser.add_argument("--seed", type=int, default=20231121)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def contrast(sums, temperature):
    """Each question against every context of the batch, and the other way round."""
    vectors = torch.nn.functional.normalize(sums, dim=1, eps=1e-6)
    half = len(vectors) // 2
    scores = vectors[:half] @ vectors[half:].T / temperature
    labels = torch.arange(half)
    across = torch.nn.functional.cross_entropy(scores, labels)
    back = torch.nn.functional.cross_entropy(scores.T, labels)
    return (across + back) / 2


def main():
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    random = np.random.default_rng(options.seed)
    news = News(f"{options.data}/news.ids")
    with open(f"{options.data}/parts.json") as file:
        parts = [(row, rows) for row, rows in enumerate(json.load(file)) if rows]
    model = BagTable(np.load(options.start).astype(np.float32))
    wording = Wording(options.data, options.hold_out)
    parts = Swaps(len(model.table), parts)
    asking = int(options.batch * options.questions)
    began, recent = time.time(), []
    for step in range(options.steps):
        rate = options.rate * min(1, (step + 1) / 50) * (1 - step / options.steps)
        spans = options.batch - asking - options.own - options.thesaurus
        found = [
            span_pairs(news, spans, random, width=options.width, keep=options.keep),
            question_pairs(news, asking, random, width=options.width),
        ]
        questions, contexts = (joined_bag(*side) for side in zip(*found))
        questions = wording.swaps.apply(questions, options.swap, random)
        if options.own:
            own = wording.sample(options.own, random), wording.sample_thesaurus(options.thesaurus, random)
            questions, contexts = (joined_bag(*side) for side in zip((questions, contexts), *own))
        questions = with_fillers(dropped(questions, 0.06, random), wording.fillers, options.fillers, random)
        texts = joined_bag(parts.apply(questions, 0.06, random), parts.apply(contexts, 0.06, random))
        sums = model.sums(texts)
        loss = contrast(sums, options.temperature)
        loss.backward()
        model.update(texts, sums.grad, rate)
        recent.append(loss.item())
        if (step + 1) % 100 == 0:
            print(f"step {step + 1} loss {np.mean(recent[-100:]):.4f} {time.time() - began:.0f} s", flush=True)
    np.save(options.out, model.table.numpy())


if __name__ == "__main__":
    main()
