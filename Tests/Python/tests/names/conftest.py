import os
from pathlib import Path

import pytest

from clientsmith_tests.names.building import Build


@pytest.fixture(scope="session")
def tool():
    return Path(os.environ["CLIENTSMITH"])


@pytest.fixture(scope="session")
def build(tool, tmp_path_factory):
    """Needs CLIENTSMITH, the tool, and MODULES, the folder that HTTPTypes was compiled to."""
    return Build(tool, Path(os.environ["MODULES"]), tmp_path_factory.mktemp("names"))
