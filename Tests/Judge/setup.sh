#!/bin/sh
# Makes the Python environment of the judge in .build/judge, with what requirements.txt pins; does nothing when it is there.
#
#     Tests/Judge/setup.sh && .build/judge/bin/python Tests/Judge/samples.py specs/togai.yaml
#
# PYTHON names the interpreter to start from (python3 otherwise); it has to be 3.11 or later.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
environment=$here/../../.build/judge
installed=$environment/requirements.txt
python=${PYTHON:-python3}

if cmp -s "$here/requirements.txt" "$installed"; then
    exit 0
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "$0: Python 3.11 or later is needed, and $python is not" >&2
    exit 1
fi

rm -rf "$environment"
mkdir -p "$(dirname "$environment")"
"$python" -m venv "$environment"
"$environment/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"
cp "$here/requirements.txt" "$installed"
