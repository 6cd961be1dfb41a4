#!/usr/bin/env python3
"""Take away what a run needs, and see that it says so, exits as it should, and loses nothing.

usage: faults.py REQUISITE

A full disk (a small tmpfs where this user may mount one, else a limit on the size of files), a folder that belongs to somebody
else, two runs at once. What cannot be tried here is named.
"""
import os, pathlib, resource, shutil, subprocess, sys, tempfile

RUN = ["run", "--date", "2026-01-01"]


def page(hosts):
    rows = "".join(f"| host-{n}.example.com | 443 | Some purpose of host number {n} |\n" for n in range(hosts))
    return f"# Outbound\n\nAllow outbound HTTPS to these names:\n\n| Destination | Port | Purpose |\n|---|---|---|\n{rows}"


def expect(condition, what, done=None):
    if not condition:
        sys.exit(f"faults: {what}" + (f"\nexit {done.returncode}\n{done.stdout}{done.stderr}" if done else ""))


class Project:
    def __init__(self, tool, folder):
        self.tool, self.folder = tool, pathlib.Path(folder)
        (self.folder / "Corpus").mkdir(parents=True)
        (self.folder / "requisite.yml").write_text("transformers:\n  catalog-json: {}\n")
        self.write(5)

    def write(self, hosts): (self.folder / "Corpus/page.md").write_text(page(hosts))

    def call(self, *arguments, **options):
        return subprocess.run([self.tool, *arguments], cwd=self.folder, capture_output=True, text=True, **options)

    def versions(self):
        return {p.name: p.read_bytes() for p in (self.folder / "Output/ledger").glob("2*.jsonl")}

    def fails(self, fault, **options):
        """The run fails with 73 and says why; what was there is there, whole."""
        before, done = self.versions(), self.call(*RUN, **options)
        expect(done.returncode == 73 and done.stderr.startswith("error: "), f"{fault} is not told as it should be", done)
        expect("No record changed" not in done.stdout, f"{fault} looks like a run that found nothing", done)
        expect(before.items() <= self.versions().items(), f"{fault} lost a version")
        verified = self.call("verify")
        expect(verified.returncode == 0, f"after {fault} the ledger is damaged", verified)
        return done.stderr.strip()

    def recovers(self, fault):
        for _ in range(2):
            done = self.call(*RUN)
            expect(done.returncode == 0, f"after {fault} the next run fails", done)
        expect("No record changed" in done.stdout, f"after {fault} a run does not settle", done)
        hidden = [p for p in (self.folder / "Output").rglob(".*")]
        expect(not hidden, f"{fault} left {hidden}")


def full_disk(tool, scratch):
    disk = scratch / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], capture_output=True).returncode:
        project = Project(tool, scratch / "limited")
        expect(project.call(*RUN).returncode == 0, "a first run fails")
        project.write(2000)
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (65536, resource.RLIM_INFINITY))
        # Python ignores SIGXFSZ and so does what it starts: the write fails instead.
        said = project.fails("a limit on the size of files", preexec_fn=limit, restore_signals=False)
        project.recovers("a limit on the size of files")
        return f"a limit on the size of files (no tmpfs can be mounted here): {said}"
    try:
        project = Project(tool, disk / "project")
        expect(project.call(*RUN).returncode == 0, "a first run fails")
        project.write(2000)
        said = project.fails("a full disk")
        subprocess.run(["mount", "-o", "remount,size=32m", disk], check=True)
        project.recovers("a full disk")
        return f"a full disk: {said}"
    finally:
        subprocess.run(["umount", disk], check=True)


def full_disk_in_a_sync(tool, scratch):
    """What does not fit is not brought; what was there stays, whole, and another source is brought."""
    disk, small = scratch / "small", scratch / "upstream"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], capture_output=True).returncode:
        return "a full disk in a sync: NOT TRIED, as no tmpfs can be mounted here"
    try:
        git = ["git", "-C", small, "-c", "user.name=A", "-c", "user.email=a@example.com"]
        subprocess.run(["git", "init", "--quiet", "--initial-branch=main", small], check=True)
        def commit(**pages):
            for name, hosts in pages.items(): (small / f"{name}.md").write_text(page(hosts))
            subprocess.run([*git, "add", "--all"], check=True)
            subprocess.run([*git, "commit", "--quiet", "--message", "Edit"], check=True)
        commit(large=5, other=5)
        (disk / "requisite.yml").write_text("sources:\n" + "".join(
            f"  - {{name: {name}, git: 'file://{small}', paths: [{name}.md]}}\n" for name in ("large", "other")))
        sync = lambda: subprocess.run([tool, "sync"], cwd=disk, capture_output=True, text=True,
                                      env={**os.environ, "REQUISITE_CACHE": str(scratch / "cache")})
        expect(sync().returncode == 0, "a first sync fails")
        before = (disk / "Corpus/large/large.md").read_bytes()
        commit(large=40_000, other=6)
        done = sync()
        expect(done.returncode == 69 and "[cannot-write]" in done.stderr, "a full disk in a sync is not told", done)
        expect((disk / "Corpus/large/large.md").read_bytes() == before, "a full disk in a sync lost a page", done)
        expect((disk / "Corpus/other/other.md").read_text() == page(6), "a full disk held up another source", done)
        subprocess.run(["mount", "-o", "remount,size=32m", disk], check=True)
        expect(sync().returncode == 0, "after a full disk the next sync fails")
        expect((disk / "Corpus/large/large.md").read_text() == page(40_000), "after a full disk a sync brings something else")
        expect(not list((disk / "Corpus").glob(".*")), "a full disk left something behind")
        return f"a full disk in a sync: {done.stderr.splitlines()[0]}"
    finally:
        subprocess.run(["umount", disk], check=True)


def foreign_folder(tool, scratch):
    if os.geteuid(): return "a folder of another user: NOT TRIED, which takes root"
    program = scratch / "requisite"
    shutil.copy(tool, program)
    scratch.chmod(0o755)
    project = Project(program, scratch / "foreign")
    nobody = dict(user=65534, group=65534, extra_groups=[])
    said = project.fails("an output that cannot be made", **nobody)
    expect(project.call(*RUN).returncode == 0, "a first run fails")
    expect(project.call(*RUN, **nobody).returncode == 0, "a run with nothing to write needs the right to write")
    project.write(6)
    project.fails("an output of another user", **nobody)
    project.recovers("an output of another user")
    return f"a folder of another user: {said}"


def two_runs(tool, scratch):
    project = Project(tool, scratch / "two")
    refused = 0
    for turn in range(20):
        project.write(10 + turn)
        before = project.versions()
        runs = [subprocess.Popen([tool, *RUN], cwd=project.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
                for _ in range(3)]
        ends = [(run.communicate(), run.returncode) for run in runs]
        expect(all(code in (0, 73) for _, code in ends) and any(code == 0 for _, code in ends), f"runs at once end with {ends}")
        refused += sum(code == 73 for _, code in ends)
        expect(len(project.versions()) == len(before) + 1, "runs at once make more than one version of one edit")
        verified = project.call("verify")
        expect(verified.returncode == 0, "after runs at once the ledger is damaged", verified)
    project.recovers("runs at once")
    return f"three runs at once, twenty times: one version each, {refused} refused"


def main():
    tool = pathlib.Path(sys.argv[1]).resolve()
    for fault in full_disk, full_disk_in_a_sync, foreign_folder, two_runs:
        with tempfile.TemporaryDirectory() as folder:
            print(fault(tool, pathlib.Path(folder)))


if __name__ == "__main__":
    main()
