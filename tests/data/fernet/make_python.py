"""Makes python.json with Python's `cryptography`. Run by hand; its output is committed."""

import json

from cryptography.fernet import Fernet, MultiFernet

first, second = Fernet.generate_key(), Fernet.generate_key()
texts = ["", "IGAA" + "x" * 180, "señor 👍🏼", "a" * 1000]
place = "igbot:account:token:17841499990000001\n"
json.dump(
    {
        "keys": [first.decode(), second.decode()],
        "tokens": [
            {"text": text, "token": Fernet(key).encrypt((place + text).encode()).decode()}
            for key in (first, second)
            for text in texts
        ],
    },
    open("python.json", "w"),
    indent=2,
    ensure_ascii=False,
)
