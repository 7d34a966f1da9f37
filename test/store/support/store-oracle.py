# SPDX-License-Identifier: MIT
"""What Python's tarfile makes of archives, step by step as the store goes: the judge of archive-structure.ts.

Reads a JSON list of paths, writes a JSON list of answers: null, [400, text] or [500, exception].
"""
import json
import re
import sys
import tarfile

LIMIT = 1024 * 1024


class Refused(Exception):
    pass


def read(tar, path):
    parts = path.split("/")
    for end in range(1, len(parts) + 1):
        try:
            member = tar.getmember("/".join(parts[:end]))
        except KeyError:
            continue
        if member.issym() or member.islnk():
            raise Refused("Symlinks and hard links can not be used for %s" % member)
    try:
        member = tar.getmember(path)
    except KeyError:
        return None
    stream, counted = tar.extractfile(member), 0
    while True:
        counted += 1024
        if counted > LIMIT:
            raise Refused("file %s was bigger than allowed %i bytes" % (member, LIMIT))
        if not stream.read(1024):
            break
    tar.extractfile(member).read().decode("utf-8")
    return True


def judge(path):
    if not tarfile.is_tarfile(path):
        raise Refused("is not a valid tar.gz archive ")
    try:
        with tarfile.open(path, "r:gz") as tar:
            names = tar.getnames()
            folders = {n.split("/")[0] for n in names if re.match(r"^[a-z]+[a-z0-9_]*(?:/.*)*$", n)}
            if len(folders) > 1:
                raise Refused("More than one possible app folder found")
            if not folders:
                raise Refused(
                    "No possible app folder found. App folder must contain only lowercase ASCII characters or underscores"
                )
            app = folders.pop()
            if read(tar, app + "/appinfo/info.xml") is None:
                raise Refused("Path %s/appinfo/info.xml does not exist in package" % app)
            for rest in ["appinfo/database.xml", "CHANGELOG.md", "CHANGELOG.de.md"]:
                read(tar, "%s/%s" % (app, rest))
            for name in names:
                if tar.getmember(name).isdir() and re.search(r"\.git$", name):
                    raise Refused(
                        'Blacklist rule "No .git directories": Directory %s is not allowed to be present in the app archive'
                        % name
                    )
    except tarfile.ReadError as error:
        raise Refused(str(error))


def answer(path):
    try:
        judge(path)
    except Refused as refused:
        return [400, re.sub(r" at 0x[0-9a-f]+>", " at 0x>", str(refused))]
    except Exception as error:
        return [500, type(error).__name__]
    return None


json.dump([answer(path) for path in json.load(sys.stdin)], sys.stdout)
