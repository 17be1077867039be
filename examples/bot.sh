#!/bin/sh
# Run by `igbot serve --exec examples/bot.sh` for each message; needs jq.
jq -r '"Hello! You wrote \(.text // "something without words" | length) characters."'
