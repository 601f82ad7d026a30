"""A table of unit vectors with its sums and its updates, fast on a processor.

The gradient of a row is the sum of the gradients of the texts that hold it: summing bags again, with
rows and texts swapped, is ten times faster than the gradient of embedding_bag.
"""

import numpy as np
import torch


def summed(table, rows, lengths):
    offsets = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    return torch.nn.functional.embedding_bag(torch.from_numpy(rows), table, torch.from_numpy(offsets), mode="sum")


class BagTable:
    """Adam for the rows that a batch touches, and for no others."""

    def __init__(self, table, first_decay=0.9, second_decay=0.99):
        self.table = torch.from_numpy(table)
        self.first = torch.zeros_like(self.table)
        self.second = torch.zeros_like(self.table)
        self.decays = first_decay, second_decay
        self.updates = torch.zeros(len(table))

    def sums(self, bag):
        """The summed vectors of texts, a leaf whose gradient `update` takes."""
        return summed(self.table, *bag).requires_grad_()

    def update(self, bag, sums_gradient, rate):
        rows, lengths = bag
        texts = np.repeat(np.arange(len(lengths)), lengths)
        order = np.argsort(rows.astype(np.uint16), kind="stable")
        touched, counts = np.unique(rows[order], return_counts=True)
        gradient = summed(sums_gradient, texts[order], counts)
        index = torch.from_numpy(touched)
        first_decay, second_decay = self.decays
        self.updates[index] += 1
        age = self.updates[index][:, None]
        first = self.first[index].mul_(first_decay).add_(gradient, alpha=1 - first_decay)
        second = self.second[index].mul_(second_decay).addcmul_(gradient, gradient, value=1 - second_decay)
        self.first[index] = first
        self.second[index] = second
        scale = ((1 - second_decay**age).sqrt()) / (1 - first_decay**age)
        self.table[index] -= rate * scale * first / (second.sqrt() + 1e-8)
