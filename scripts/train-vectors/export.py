"""Quantises a trained table to 8-bit whole numbers, one scale a row, and writes what the encoder reads."""

import argparse
import json
import shutil

import numpy as np


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="folder written by tokenize.ts")
    parser.add_argument("--table", required=True, help="trained table, .npy")
    parser.add_argument("--out", required=True, help="retrieval/embeddings/data")
    parser.add_argument("--version", type=int, required=True)
    options = parser.parse_args()
    table = np.load(options.table)
    scales = np.maximum(np.abs(table).max(1) / 127, 1e-12).astype("<f4")
    values = np.clip(np.rint(table / scales[:, None]), -127, 127).astype(np.int8)
    with open(f"{options.out}/vectors.bin", "wb") as file:
        file.write(scales.tobytes())
        file.write(values.tobytes())
    shutil.copyfile(f"{options.data}/units.txt", f"{options.out}/units.txt")
    description = {
        "name": "wenqiao-static",
        "version": options.version,
        "dimensions": table.shape[1],
        "units": table.shape[0],
    }
    with open(f"{options.out}/table.json", "w") as file:
        file.write(json.dumps(description, indent=2) + "\n")
    error = np.linalg.norm(values * scales[:, None] - table) / np.linalg.norm(table)
    print(f"{table.shape[0]} rows of {table.shape[1]}, relative error {error:.4f}")


if __name__ == "__main__":
    main()
