#!/bin/sh
# Run by `igbot serve --exec examples/bot.sh` for each message; needs jq.
jq -r 'if .text then "Hello! You wrote \(.text | length) characters." else "Nice! But I only read." end'
