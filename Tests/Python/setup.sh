#!/bin/sh
# Makes the Python environment of the tests in .build/python: what requirements.txt pins, and the package beside this file. Does nothing when it is current.
#
#     Tests/Python/setup.sh && .build/python/bin/python -m clientsmith_tests.judge.samples specs/togai.yaml
#
# PYTHON names the interpreter to start from (python3 otherwise); it must be 3.11 or later.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$here/../.." && pwd)/.build
environment=$build/python
installed=$environment/installed
python=${PYTHON:-python3}

# A checkout that has moved needs another path.
wanted=$(echo "$here" && cat "$here/requirements.txt")
if [ "$wanted" = "$(cat "$installed" 2>/dev/null)" ]; then
    exit 0
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "$0: Python 3.11 or later is needed, and $python is not" >&2
    exit 1
fi

rm -rf "$environment"
mkdir -p "$build"
"$python" -m venv "$environment"
"$environment/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"
echo "$here" >"$("$environment/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/clientsmith_tests.pth"
echo "$wanted" >"$installed"
