"""The starting table: fasttext's CBOW vectors, weighted by smooth inverse frequency."""

import argparse

import numpy as np

from pairs_from_news import News, FIRST_UNIT


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="folder written by tokenize.ts")
    parser.add_argument("--vectors", required=True, help="fasttext's .vec file, words are numbers of the stream")
    parser.add_argument("--out", required=True)
    parser.add_argument("--smoothing", type=float, default=1e-3)
    options = parser.parse_args()
    with open(f"{options.data}/units.txt") as file:
        size = sum(1 for _ in file)
    with open(options.vectors) as file:
        dimensions = int(file.readline().split()[1])
        table = np.zeros((size, dimensions), np.float32)
        for line in file:
            number, *values = line.split()
            if number.isdigit() and int(number) >= FIRST_UNIT:
                table[int(number) - FIRST_UNIT] = np.array(values, np.float32)
    news = News(f"{options.data}/news.ids")
    counts = np.bincount(news.units, minlength=size).astype(np.float64)
    table *= (options.smoothing / (options.smoothing + counts / counts.sum()))[:, None]
    table /= np.linalg.norm(table, axis=1).mean()
    missing = np.linalg.norm(table, axis=1) == 0
    random = np.random.default_rng(1)
    table[missing] = random.normal(0, 0.5 / np.sqrt(dimensions), (missing.sum(), dimensions))
    np.save(options.out, table.astype(np.float32))
    print(f"{size} rows, {missing.sum()} without a starting vector")


if __name__ == "__main__":
    main()
