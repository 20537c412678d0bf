"""The locked requirements: they belong to pyproject.toml, and hold nothing of one machine."""

from deploy import lock

LOCKED = """\
django==5.2.19 \\
    --hash=sha256:aa
nh3==0.3.8 \\
    --hash=sha256:bb
"""


def test_the_committed_lock_fits():
    assert lock.main(["--check"]) == 0


def test_a_requirement_that_is_not_locked_is_named():
    assert lock.faults(lock.RUN, LOCKED, ["django~=5.2", "pillow==13.*"]) == ["run.txt: pillow==13.* is not locked."]


def test_another_version_than_the_one_asked_for_is_named():
    assert lock.faults(lock.RUN, LOCKED, ["nh3==0.4.*"]) == ["run.txt: nh3==0.4.* is not locked."]


def test_an_address_or_an_option_is_refused():
    assert lock.faults(lock.RUN, "--find" + "-links /somewhere\n" + LOCKED, []) != []
    assert lock.faults(lock.RUN, "# https://index.example\n" + LOCKED, []) != []


def test_a_lock_without_hashes_is_refused():
    assert lock.faults(lock.RUN, "django==5.2.19\n", []) == ["run.txt: hashes are missing."]


def test_the_peers_and_the_tools_are_looked_at_too():
    assert lock.faults(lock.BENCH, LOCKED, ["wagtail==8.0.*"]) == [
        "bench/requirements.txt: wagtail==8.0.* is not locked."
    ]
    lists = {lock.RUN: [], lock.TEST: [], lock.BENCH: ["nobody-locked-this"], lock.LEXICON: []}
    assert lock.all_faults(lists) == ["bench/requirements.txt: nobody-locked-this is not locked."]


def test_names_are_compared_as_indexes_do():
    assert lock.name_of("Django_Prose.Editor[sanitize]==0.28.*") == "django-prose-editor"
