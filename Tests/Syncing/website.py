#!/usr/bin/env python3
"""usage: website.py FOLDER
A web site for tests, at a port of its own on this machine, which it prints. It ends when its standard input does.

An answer lies in FOLDER/answers, in a file named after its path and query with every other character than letters, digits, `.`
and `-` as `%xx`: a status line, header fields, an empty line, the body. It is sent as it is, but that

- a missing Content-Length is added, and Content-Length: none taken out, so that the body ends with the connection;
- If-None-Match and If-Modified-Since are answered with 304 where ETag or Last-Modified are the same;
- X-Wait: SECONDS is waited first, X-Gzip: yes packs the body, X-Times: N stands for N answers, after which FILE.then is sent.

Each request is a line of FOLDER/requests: method, path, status, length of the body, the connection's number, the user agent.
"""
import gzip, http.server, itertools, os, pathlib, ssl, sys, threading, time, urllib.parse


class Answer(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    connections = itertools.count(1)

    def setup(self):
        super().setup()
        self.number = next(self.connections)

    def do_GET(self):
        name = urllib.parse.quote(self.path, safe="").replace("_", "%5F").replace("~", "%7E")
        file = self.server.folder / "answers" / name
        # Written by a test in one piece, or not there yet.
        head, _, body = (file.read_bytes() if file.exists() else b"404 Not Found\n\nThere is no such page.").partition(b"\n\n")
        lines = head.decode("latin-1").split("\n")
        fields = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines[1:])}
        time.sleep(float(fields.pop("x-wait", 0)))
        if "x-times" in fields:
            left = int(fields["x-times"]) - 1
            after = pathlib.Path(f"{file}.then").read_bytes()
            file.write_bytes((head.replace(f"X-Times: {left + 1}".encode(), f"X-Times: {left}".encode()) + b"\n\n" + body) if left else after)
            del fields["x-times"]
        if fields.pop("x-gzip", None):
            fields["content-encoding"], body = "gzip", gzip.compress(body)
        status = lines[0]
        if status.startswith("200") and self.is_unchanged(fields):
            status, body = "304 Not Modified", b""
            fields.pop("content-length", None)
        if fields.get("content-length") == "none":
            del fields["content-length"]
            self.close_connection = True
        elif not status.startswith("304"):
            # A body that is shorter than it claims to be is cut short.
            self.close_connection = int(fields.setdefault("content-length", str(len(body)))) != len(body)
        sent = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
        self.server.log(f"GET {self.path} {status[:3]} {len(body)} {self.number} {self.headers.get('User-Agent')}"
                        + (f" authorized" if "Authorization" in self.headers else ""))
        try:
            self.wfile.write(f"HTTP/1.1 {status}\r\n{sent}\r\n".encode("latin-1") + body)
        except (BrokenPipeError, ConnectionResetError, ssl.SSLError):
            self.close_connection = True

    def is_unchanged(self, fields):
        tag = self.headers.get("If-None-Match")
        if tag is not None: return tag == fields.get("etag")
        return "last-modified" in fields and self.headers.get("If-Modified-Since") == fields["last-modified"]

    def log_message(self, *_): pass


class Site(http.server.ThreadingHTTPServer):
    daemon_threads, request_queue_size = True, 64

    def __init__(self, folder, certificate=None):
        super().__init__(("127.0.0.1", 0), Answer)
        self.folder, self.lock = pathlib.Path(folder), threading.Lock()
        (self.folder / "answers").mkdir(parents=True, exist_ok=True)
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            # Shaken hands in the thread of the connection, so that one that is refused stops no other.
            self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)
        self.port = self.server_address[1]
        self.origin = f"{'https' if certificate else 'http'}://127.0.0.1:{self.port}"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def server_bind(self):
        # Without looking up its own name, which takes seconds where there is no network.
        http.server.socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = "localhost", self.server_address[1]

    def handle_error(self, *_): pass

    def log(self, line):
        with self.lock, open(self.folder / "requests", "a") as file: file.write(line + "\n")

    def answer(self, path, body="", status="200 OK", then=None, **fields):
        """Answers `path` with `body` from now on; `then` what is answered afterwards, of fields with `X_Times`."""
        name = urllib.parse.quote(path, safe="").replace("_", "%5F").replace("~", "%7E")
        head = "\n".join([status, *(f"{name.replace('_', '-')}: {value}" for name, value in fields.items())])
        file = self.folder / "answers" / name
        if then is not None: pathlib.Path(f"{file}.then").write_bytes(then)
        written = pathlib.Path(f"{file}.new")
        written.write_bytes(head.encode("latin-1") + b"\n\n" + (body if isinstance(body, bytes) else body.encode()))
        os.replace(written, file)

    def requests(self):
        """Those since the last time this was asked, as lists of words."""
        file = self.folder / "requests"
        with self.lock:
            lines = file.read_text().splitlines() if file.exists() else []
            file.unlink(missing_ok=True)
        return [line.split(" ") for line in lines]


if __name__ == "__main__":
    if len(sys.argv) != 2: sys.exit(__doc__)
    print(Site(sys.argv[1]).port, flush=True)
    sys.stdin.read()
