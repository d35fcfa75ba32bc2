"""Each report in a folder of its own: its facts, its shape for machines, its formats; one table of them all."""
