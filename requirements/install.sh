#!/bin/sh
# Makes a Python environment and installs what a lock file names; done once, it does nothing until the lock
# changes. PYTHON names an interpreter to use instead of the first fitting one.
#
#     sh requirements/install.sh .venv requirements/base.txt
set -eu

environment=$1
lock=$2
python=$environment/bin/python
installed=$environment/installed.txt
supported='import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'

say() {
    printf 'policytracker: %s\n' "$*"
}

fail() {
    say "$*" >&2
    exit 1
}

runs() {
    "$1" -c "$2" >/dev/null 2>&1
}

find_python() {
    bare=
    for candidate in "${PYTHON:-python3}" python3.13 python3.12 python3.11; do
        if runs "$candidate" "$supported"; then
            if runs "$candidate" 'import ensurepip, venv'; then
                printf '%s\n' "$candidate"
                return
            fi
            bare=$candidate
        fi
    done
    if [ -n "$bare" ]; then
        fail "$bare has no venv module. On Debian or Ubuntu: sudo apt install python3-venv"
    fi
    fail "Python 3.11, 3.12 or 3.13 is needed and none was found. Install one, or name it: make run PYTHON=…"
}

if ! runs "$python" "import pip; $supported"; then
    base=$(find_python)
    say "making the environment $environment with $("$base" --version)"
    "$base" -m venv --clear "$environment" || fail "the environment could not be made; the lines above say why"
fi

if ! cmp -s "$lock" "$installed"; then
    say "installing the $(grep -c '==' "$lock") packages of $lock (once; it may take a minute)"
    "$python" -m pip install -qq --disable-pip-version-check --no-input --require-hashes --requirement "$lock" ||
        fail "the packages could not be installed; the lines above say why (is there a network?)"
    cp "$lock" "$installed"
fi
