"""What the scripts of the judge share.

The judge knows OpenAPI and JSON Schema and nothing of how clients are generated, so that its verdict on a generated client is
independent of the generator.
"""
