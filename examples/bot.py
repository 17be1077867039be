#!/usr/bin/env python3
# Run by `igbot serve --exec examples/bot.py` for each message: event in, answer out.
import json, sys
event = json.load(sys.stdin)
said = f"You said: {event['text']}" if event["text"] else "Thank you!"
print(json.dumps({"text": said}))  # as JSON: in plain text a customer's own {"text": …} is no answer
