"""A vendor's site under names of its own: over TLS by certificates that are made here, behind a proxy that wants a password.

No name is looked up and nothing leaves the machine: the proxy leads all names to the sites of this test."""
import base64, select, socket, socketserver, subprocess, threading

import website


class Authority:
    """Signs certificates. `openssl` does it, as whoever runs an intranet would."""

    def __init__(self, folder, name):
        self.folder, self.key, self.certificate = folder, folder / f"{name}.key", folder / f"{name}.pem"
        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                "-subj", f"/CN={name}", "-keyout", self.key, "-out", self.certificate)

    def sign(self, *names):
        """A file with a certificate for `names`, and its key."""
        stem = self.folder / f"{self.certificate.stem}-{names[0]}"
        request, extensions, both = (stem.with_suffix(s) for s in (".csr", ".ext", ".both"))
        extensions.write_text("subjectAltName=" + ",".join(f"DNS:{name}" for name in names))
        openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                "-subj", f"/CN={names[0]}", "-keyout", stem.with_suffix(".key"), "-out", request)
        signed = openssl("x509", "-req", "-in", request, "-CA", self.certificate, "-CAkey", self.key, "-CAcreateserial",
                         "-days", "2", "-extfile", extensions)
        both.write_bytes(stem.with_suffix(".key").read_bytes() + signed)
        return both


def openssl(*arguments):
    return subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True).stdout


class Proxy(socketserver.ThreadingTCPServer):
    """Leads `CONNECT name:443` to the site of that name; whoever does not know the password is sent away."""
    allow_reuse_address, daemon_threads = True, True

    def __init__(self, password):
        super().__init__(("127.0.0.1", 0), Tunnel)
        self.sites, self.port = {}, self.server_address[1]
        self.credentials = b"Basic " + base64.b64encode(f"user:{password}".encode())
        self.address = f"http://user:{password}@127.0.0.1:{self.port}"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, *_): pass


class Tunnel(socketserver.StreamRequestHandler):
    def handle(self):
        line, head = self.rfile.readline(), b""
        while (field := self.rfile.readline()) not in (b"\r\n", b""): head += field
        name = line.split(b" ")[1].decode().rpartition(":")[0]
        if self.server.credentials not in head: return self.say("407 Proxy Authentication Required")
        if name not in self.server.sites: return self.say("502 Bad Gateway")
        with socket.create_connection(("127.0.0.1", self.server.sites[name].port)) as site:
            self.say("200 Connection established")
            ends = {self.connection: site, site: self.connection}
            while True:
                for end in select.select(list(ends), [], [])[0]:
                    data = end.recv(65536)
                    if not data: return
                    ends[end].sendall(data)

    def say(self, status): self.wfile.write(f"HTTP/1.1 {status}\r\n\r\n".encode())
