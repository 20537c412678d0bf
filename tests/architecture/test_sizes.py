"""Files and functions stay small enough to be read at once. Tables of data may be long: they hold no function."""

import ast

from tests.architecture.files import name_of, own_files

LINES_OF_A_FILE = 400
LINES_OF_A_FUNCTION = 50
LINES_OF_A_TEMPLATE = 120
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
MEANINGLESS = {"utils", "helpers", "common", "misc", "manager"}


def test_no_file_of_code_is_longer_than_400_lines():
    long = {
        name_of(path): len(source.splitlines())
        for path in own_files(".py")
        if len((source := path.read_text()).splitlines()) > LINES_OF_A_FILE
        and any(isinstance(node, FUNCTIONS) for node in ast.walk(ast.parse(source)))
    }

    assert long == {}


def test_no_script_is_longer_than_400_lines():
    long = [name_of(path) for path in own_files(".js") if len(path.read_text().splitlines()) > LINES_OF_A_FILE]

    assert long == []


def test_no_function_is_longer_than_50_lines():
    long = [
        f"{name_of(path)}:{node.name}"
        for path in own_files(".py")
        if "/migrations/" not in name_of(path)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, FUNCTIONS) and node.end_lineno - node.lineno + 1 > LINES_OF_A_FUNCTION
    ]

    assert long == []


def test_no_template_is_longer_than_120_lines():
    long = [name_of(path) for path in own_files(".html") if len(path.read_text().splitlines()) > LINES_OF_A_TEMPLATE]

    assert long == []


def test_no_module_is_named_after_nothing():
    assert [name_of(path) for path in own_files(".py") if path.stem in MEANINGLESS] == []
