"""The verdicts of `diff`, held against compilers and other tools."""
