"""The stream of numbers as text, one article a line: what fasttext reads."""

import argparse

import numpy as np

from pairs_from_news import ARTICLE_END, FIRST_UNIT


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="folder written by tokenize.ts")
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    stream = np.fromfile(f"{options.data}/news.ids", dtype=np.uint16)
    with open(options.out, "w") as file:
        for article in np.split(stream, np.flatnonzero(stream == ARTICLE_END)):
            units = article[article >= FIRST_UNIT]
            if len(units):
                file.write(" ".join(map(str, units.tolist())) + "\n")


if __name__ == "__main__":
    main()
