"""The data that the repository carries: the edition and the provinces."""
