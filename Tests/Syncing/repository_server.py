"""Repositories over HTTP, by git's own `git http-backend`, at a port of its own on this machine."""
import http.server, os, ssl, subprocess, threading, time


class Answer(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self): self.serve(b"")

    def do_POST(self):
        if self.headers.get("Transfer-Encoding") == "chunked":
            body = b""
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
        else:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.serve(body)

    def serve(self, body):
        server = self.server
        server.requests.append(f"{self.command} {self.path.partition('?')[0]}")
        if "Authorization" in self.headers: server.requests[-1] += " authorized"
        if server.status:
            status, fields = server.status
            return self.send(status, fields, b"Not today.")
        path, _, query = self.path.partition("?")
        environment = {**os.environ, "GIT_PROJECT_ROOT": str(server.folder), "GIT_HTTP_EXPORT_ALL": "1", "PATH_INFO": path,
                       "QUERY_STRING": query, "REQUEST_METHOD": self.command, "REMOTE_ADDR": "127.0.0.1",
                       "CONTENT_TYPE": self.headers.get("Content-Type", ""), "CONTENT_LENGTH": str(len(body)),
                       "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""), "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", "")}
        done = subprocess.run(["git", "http-backend"], input=body, env=environment, capture_output=True)
        head, _, content = done.stdout.partition(b"\r\n\r\n")
        fields = dict(line.split(": ", 1) for line in head.decode().split("\r\n") if ": " in line)
        status = int(fields.pop("Status", "200").split()[0])
        # A pack travels after the word `packfile` of the protocol's second version.
        server.packs += b"packfile" in content
        server.bytes += len(content)
        if server.cut and b"packfile" in content:
            self.close_connection = True
            self.send(status, fields, content, at_most=content.index(b"packfile") + 40)
        else:
            self.send(status, fields, content)

    def send(self, status, fields, body, at_most=None):
        time.sleep(self.server.wait)
        self.send_response(status)
        for name, value in fields.items(): self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[:at_most])

    def log_message(self, *_): pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, folder, certificate=None):
        super().__init__(("127.0.0.1", 0), Answer)
        self.folder, self.requests, self.packs, self.bytes = folder, [], 0, 0
        # What every request is answered with; whether packs are cut short; how long an answer takes.
        self.status, self.cut, self.wait = None, False, 0
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)
        self.address = f"{'https' if certificate else 'http'}://127.0.0.1:{self.server_address[1]}"
        threading.Thread(target=self.serve_forever, daemon=True).start()
