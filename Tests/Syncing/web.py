#!/usr/bin/env python3
"""usage: web.py REQUISITE
Pages over HTTPS, from a vendor's site to the records: what `sync` brings, and what it says and leaves alone when something is
wrong. The site is real, with certificates made here, behind a proxy with a password."""
import json, os, pathlib, re, shutil, subprocess, sys, tempfile

import vendor, website

SECRETS = "proxy-secret", "netrc-secret", "session-secret"
DOCS, MIRROR, OTHER = "docs.vendor.example", "www.vendor.example", "parked.example"


def page(*hosts, extra=""):
    rows = "".join(f"<tr><td>{host}</td><td>TCP</td><td>443</td></tr>\n" for host in hosts)
    return (f"<!doctype html>\n<html><head><title>Rules</title>{extra}</head><body><main>\n<h1>Outbound rules</h1>\n"
            "<p>Outbound access to these names is required:</p>\n<table>\n"
            f"<tr><th>Destination</th><th>Protocol</th><th>Port</th></tr>\n{rows}</table></main></body></html>\n")


def expect(condition, what, done=None):
    if not condition:
        sys.exit(f"web: {what}" + (f"\nexit {done.returncode}\n{done.stdout}{done.stderr}" if done else ""))


class Case:
    def __init__(self, tool, folder):
        self.tool, self.folder = tool, folder
        self.project, self.home = folder / "project", folder / "home"
        self.project.mkdir(), self.home.mkdir()
        trusted, strange = vendor.Authority(folder, "trusted"), vendor.Authority(folder, "strange")
        self.proxy = vendor.Proxy("proxy-secret")
        self.site = website.Site(folder / "site", trusted.sign(DOCS, MIRROR, OTHER))
        self.impostor = website.Site(folder / "impostor", strange.sign(DOCS))
        # Another source, which what happens to the first must not touch.
        self.neighbour = website.Site(folder / "neighbour")
        self.proxy.sites = {DOCS: self.site, MIRROR: self.site, OTHER: self.site}
        (self.home / ".netrc").write_text(f"machine {DOCS} login user password netrc-secret\n")
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(self.home), "https_proxy": self.proxy.address,
                            "CURL_CA_BUNDLE": str(trusted.certificate), "SOURCE_DATE_EPOCH": "1767225600"}
        (self.project / "requisite.yml").write_text(
            "sources:\n"
            f"  - name: vendor\n    https: ['https://{DOCS}/rules', 'https://{DOCS}/more/']\n"
            "    timeout: 4\n    page-limit: 1\n"
            f"  - name: neighbour\n    https: ['{self.neighbour.origin}/rules']\n"
            "transformers: {catalog-json: {}, changelog-markdown: {}}\n")
        self.site.answer("/rules", page("a.example.com"), ETag='"1"')
        self.site.answer("/more/", page("b.example.com"), Last_Modified="Sun, 06 Nov 1994 08:49:37 GMT")
        self.turn, self.output = 0, ""
        self.touch()

    def touch(self):
        """Changes the neighbour's page."""
        self.turn += 1
        self.neighbour.answer("/rules", page(f"neighbour-{self.turn}.example.com"), ETag=f'"{self.turn}"')

    def call(self, *arguments, **environment):
        environment = {k: v for k, v in (self.environment | environment).items() if v is not None}
        done = subprocess.run([self.tool, *arguments], cwd=self.project, env=environment, capture_output=True, text=True)
        self.output += done.stdout + done.stderr
        return done

    def succeeds(self, *arguments):
        done = self.call(*arguments)
        expect(done.returncode == 0, f"`{' '.join(arguments)}` fails", done)
        return done

    def files(self): return {f.relative_to(self.project).as_posix(): f.read_bytes() for f in self.project.rglob("*") if f.is_file()}

    def locked(self, source):
        lock = json.loads((self.project / "Corpus/sources.lock").read_text())
        return next(s for s in lock["sources"] if s["name"] == source)

    def fails(self, fault, *words, status=69, **environment):
        """A sync fails and says why, the vendor's copies and their lock stay, the neighbour's page comes."""
        self.touch()
        before, locked = self.files(), self.locked("vendor")
        done = self.call("sync", **environment)
        expect(done.returncode == status, f"{fault}: the exit status is not {status}", done)
        for word in ("vendor", *words):
            expect(re.search(word, done.stderr + done.stdout), f"{fault}: '{word}' is not said", done)
        after = self.files()
        for name in before:
            if name.startswith("Corpus/vendor/"): expect(after.get(name) == before[name], f"{fault}: '{name}' is another", done)
        expect(self.locked("vendor") == locked, f"{fault}: the lock is another", done)
        expect(not [name for name in after if "/.sync" in name], f"{fault}: something is left lying about", done)
        if "curl" not in fault:
            copy = after["Corpus/neighbour/rules.html"].decode()
            expect(f"neighbour-{self.turn}.example.com" in copy, f"{fault}: another source is held up", done)
        print(f"  {fault}: {(done.stderr.splitlines() or ['?'])[0]}")

    def recovers(self):
        """What was wrong is mended: nothing is left of it."""
        self.site.answer("/rules", page("a.example.com"), ETag='"1"')
        done = self.succeeds("sync")
        self.succeeds("run")


def brings_pages(case):
    case.succeeds("run", "--sync")
    files = case.files()
    expect(files["Corpus/vendor/rules.html"] == page("a.example.com").encode(), "the page is not as it was sent")
    expect(files["Corpus/vendor/more/index.html"] == page("b.example.com").encode(), "the second page is missing")
    catalog = files["Output/catalog-json/catalog.json"].decode()
    expect("a.example.com" in catalog and "neighbour-1.example.com" in catalog, "the records are missing")
    asked = case.site.requests()
    expect([r[-1] for r in asked] == ["authorized"] * 2, f".netrc is not heeded: {asked}")
    expect(len({r[4] for r in asked}) == 1, "more than one connection was made")
    expect(asked[0][5].startswith("requisite/"), "the user agent does not say who asks")
    case.succeeds("run", "--sync")
    expect(case.files() == files, "a second sync changed something")
    expect([r[2:4] for r in case.site.requests()] == [["304", "0"]] * 2, "a second sync transfers a body")
    expect(case.call("sync", "--locked").returncode == 0, "nothing changed, and --locked says otherwise")
    case.site.requests()


def follows_its_site_only(case):
    case.site.answer("/rules", status="301 Moved", Location=f"https://{MIRROR}/new?token=session-secret")
    case.site.answer("/new?token=session-secret", page("a.example.com", "c.example.com"), ETag='"2"')
    done = case.succeeds("sync")
    expect(f"https://{MIRROR}/new" in done.stdout + done.stderr, "a redirect is not said", done)
    expect(case.locked("vendor")["pages"][1]["finalAddress"] == f"https://{MIRROR}/new", "the lock lacks the final address")
    case.recovers()
    for fault, target, word in (
        ("a redirect to another site", f"https://{OTHER}/?token=session-secret", "another site"),
        ("a redirect into a private network", "https://10.1.2.3/rules", "private network"),
        ("a redirect to this machine", f"http://127.0.0.1:{case.neighbour.port}/rules", "not encrypted|private"),
        ("a redirect that is not encrypted", f"http://{DOCS}/rules", "not encrypted"),
        ("a redirect in a circle", f"https://{DOCS}/rules", "too often"),
    ):
        case.site.requests()
        case.site.answer("/rules", status="302 Found", Location=target)
        case.fails(fault, "redirected", word)
        expect({r[1] for r in case.site.requests()} <= {"/rules", "/more/"}, f"{fault}: it was followed")
    case.recovers()


def keeps_what_it_has(case):
    rules = f"https://{DOCS}/rules"
    good = page("a.example.com", "new.example.com")
    for fault, answer, *words in (
        ("404", dict(status="404 Not Found"), "rules", "404", "accept-removal"),
        ("410", dict(status="410 Gone"), "rules", "410", "accept-removal"),
        ("401", dict(status="401 Unauthorized"), rules, "401", "netrc"),
        ("429", dict(status="429 Too Many Requests"), rules, "429"),
        ("429 for long", dict(status="429 Too Many Requests", Retry_After="7200"), rules, "7200 seconds"),
        ("500", dict(status="500 Internal Server Error"), rules, "500"),
        ("a time-out", dict(body=good, X_Wait="7"), rules, "4 seconds", "timeout"),
        ("a body cut short", dict(body=good, Content_Length=str(len(good) + 9)), rules, "cut short"),
        ("a packed body that is none", dict(body=good, Content_Encoding="gzip"), rules, "cannot be read"),
        ("a body over the limit", dict(body=good + "x" * 2_000_000), rules, "1 MB", "page-limit"),
        ("a packed body over the limit", dict(body=good + "x" * 50_000_000, X_Gzip="yes"), rules, "1 MB"),
        ("a file that is no page", dict(body=good, Content_Type="application/pdf"), rules, "application/pdf"),
        ("a login page", dict(body="<!doctype html><html><body><main><p>Wer sind Sie? Bitte weisen Sie sich aus."
                              "<form><input type='password' name=p></form></main></body></html>"), rules, "password", "browser"),
        ("an empty shell", dict(body="<!doctype html><html><body><div id=root></div><script src=app.js></script></body></html>"),
         rules, "scripts"),
        ("a question to people", dict(body="<!doctype html><html><head><meta name=robots content=noindex></head><body><p>We look "
                                      "whether a person asks, and then send you on to the page.</body></html>"), rules, "no table"),
        ("a page half rendered", dict(body=good[:len(good) // 2]), rules, "last element"),
    ):
        case.site.answer("/rules", **answer)
        case.fails(fault, *words)
    # The records are those of the last good page.
    case.succeeds("run")
    catalog = case.files()["Output/catalog-json/catalog.json"].decode()
    expect("a.example.com" in catalog and "new.example.com" not in catalog, "the records are not those of the last good page")
    case.recovers()


def tells_what_is_wrong_on_the_way(case):
    sites = dict(case.proxy.sites)
    case.proxy.sites[DOCS] = case.impostor
    case.fails("a strange certificate", "trusted", "CURL_CA_BUNDLE")
    expect(not case.impostor.requests(), "a site with a strange certificate was asked")
    case.proxy.sites = {}
    case.fails("a name that nobody knows", "reached", DOCS)
    case.proxy.sites = sites
    case.fails("a proxy that is down", "reached", "https_proxy", https_proxy="http://user:proxy-secret@127.0.0.1:1")
    case.fails("a wrong password for the proxy", "proxy", https_proxy=case.proxy.address.replace("proxy-", "wrong-"))
    tools = case.folder / "tools"
    tools.mkdir()
    for program in ("git", "sh"): (tools / program).symlink_to(shutil.which(program))
    case.fails("no curl", "curl is not installed", PATH=str(tools))
    case.recovers()


def asks_before_it_lets_go(case):
    case.site.answer("/rules", status="410 Gone")
    case.fails("a page that was taken away", "gone", "--accept-removal vendor")
    case.succeeds("sync", "--accept-removal", "vendor")
    expect("Corpus/vendor/rules.html" not in case.files(), "an accepted removal is not made")
    case.recovers()


def leaves_edits_alone(case):
    copy = case.project / "Corpus/vendor/rules.html"
    copy.write_text(page("edited.example.com"))
    case.site.answer("/rules", page("a.example.com", "d.example.com"), ETag='"4"')
    case.fails("an edited copy", "edited", "--force")
    case.succeeds("sync", "--force")
    expect("d.example.com" in copy.read_text(), "--force does not overwrite an edit")
    case.recovers()


def full_disk(case):
    disk = case.folder / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", disk], capture_output=True).returncode:
        print("  a full disk: NOT TRIED, no tmpfs can be mounted here")
        return
    project = case.project
    try:
        case.project = disk / "project"
        shutil.copytree(project, case.project)
        case.site.answer("/rules", page(*(f"host-{n}.example.com" for n in range(9000))), ETag='"5"')
        before = case.files()
        done = case.call("sync")
        expect(done.returncode in (69, 73), "a full disk has another exit status", done)
        expect("No space left" in done.stderr + done.stdout, "a full disk is not told", done)
        after = case.files()
        expect(all(after[n] == before[n] for n in before if "vendor" in n), "a full disk harmed a page", done)
        subprocess.run(["mount", "-o", "remount,size=16m", disk], check=True)
        case.succeeds("sync")
        expect(b"host-8999.example.com" in case.files()["Corpus/vendor/rules.html"], "nothing comes after a full disk")
        print(f"  a full disk: {done.stderr.splitlines()[0]}")
    finally:
        case.project = project
        subprocess.run(["umount", disk], check=True)
        case.recovers()


def keeps_secrets(case):
    expect(not any(secret in case.output for secret in SECRETS), "a secret is printed")
    for name, content in case.files().items():
        for secret in SECRETS: expect(secret.encode() not in content, f"'{secret}' is in {name}")
    case.project.joinpath("requisite.yml").write_text(f"sources:\n- name: vendor\n  https: ['https://user:netrc-secret@{DOCS}/']\n")
    done = case.call("sync")
    expect(done.returncode == 78 and "netrc" in done.stderr and "netrc-secret" not in done.stderr, "a password in an address is taken", done)


def main(tool):
    with tempfile.TemporaryDirectory(prefix="requisite-web-") as folder:
        case = Case(pathlib.Path(tool).resolve(), pathlib.Path(folder).resolve())
        for check in (brings_pages, follows_its_site_only, keeps_what_it_has, tells_what_is_wrong_on_the_way,
                      asks_before_it_lets_go, leaves_edits_alone, full_disk, keeps_secrets):
            print(check.__name__.replace("_", " "))
            check(case)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]) if len(sys.argv) == 2 else __doc__)
