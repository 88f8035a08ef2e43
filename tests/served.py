"""A web server on this machine for one test: what it answers is set, what was asked is kept."""

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = tuple[int, dict[str, str], bytes]


class Served:
    """Answers every request with ``answers``, in turn; the last one again and again."""

    def __init__(self, *answers: Answer | Callable[[dict[str, str]], Answer]) -> None:
        self.answers = list(answers)
        self.asked: list[dict[str, str]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                headers = {"path": self.path, **{k.lower(): v for k, v in self.headers.items()}}
                outer.asked.append(headers)
                first = outer.answers.pop(0) if len(outer.answers) > 1 else outer.answers[0]
                status, said, body = first(headers) if callable(first) else first
                self.send_response(status)
                chunked = "Transfer-Encoding" in said
                length = {} if chunked else {"Content-Length": str(len(body))}
                for name, value in {**length, **said}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Nothing is logged."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)

    def address(self, path: str = "list.xml") -> str:
        """Where a file of that name is served."""
        return f"http://127.0.0.1:{self.server.server_port}/{path}"

    def __enter__(self) -> "Served":
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()
