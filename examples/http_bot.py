#!/usr/bin/env python3
# A bot behind a URL: `igbot serve --forward-to http://127.0.0.1:9000/`. Takes the port as its argument
# and checks the signature with IGBOT_FORWARD_SECRET (https://www.standardwebhooks.com).
import base64, hashlib, hmac, json, os, sys, time
from http.server import BaseHTTPRequestHandler, HTTPServer

KEY = base64.b64decode(os.environ["IGBOT_FORWARD_SECRET"].removeprefix("whsec_"))
assert len(KEY) >= 24, "IGBOT_FORWARD_SECRET is too short"

class Bot(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        sent = self.headers["webhook-timestamp"]
        signed = f"{self.headers['webhook-id']}.{sent}.".encode() + body
        right = base64.b64encode(hmac.digest(KEY, signed, hashlib.sha256)).decode()
        signatures = self.headers["webhook-signature"].split(" ")
        genuine = any(hmac.compare_digest(it, f"v1,{right}") for it in signatures)
        if not genuine or abs(time.time() - int(sent)) > 300:
            return self.answer(401, {})
        event = json.loads(body)
        said = f"You said: {event['text']}" if event["text"] else "Thank you!"
        self.answer(200, {"type": "text", "text": said})

    def answer(self, status, action):
        body = json.dumps(action).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass  # messages of customers belong in no log

server = HTTPServer(("127.0.0.1", int(sys.argv[1]) if sys.argv[1:] else 9000), Bot)
print(f"listening on {server.server_port}", flush=True)
server.serve_forever()
