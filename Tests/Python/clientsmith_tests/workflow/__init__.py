"""The action and the workflow for GitHub, run on this machine."""
