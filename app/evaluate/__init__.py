"""How well the machine reads: what it found, held against what a reader found in the same texts."""
