# What the pages under docs/ use in their examples, with a Keypad that `npm start` runs: `. docs/examples.sh`

KEYPAD=${KEYPAD:-http://localhost:4300}
DEMO=$(cd "${KEYPAD_DATA_DIR:-.keypad}" && pwd)/demo.json
KEY=$(node -p "require('$DEMO').secret_key")
PAGE_KEY=$(node -p "require('$DEMO').publishable_key")
NEWLINE='
'

# ask METHOD PATH [BODY]: one request with the secret key. Prints the status and the answer, and keeps them.
ask() {
  ANSWER=$(curl -sS -X "$1" "$KEYPAD$2" -w '\n%{http_code}' -H "Authorization: Bearer ${BEARER:-$KEY}" \
    -H 'Content-Type: application/json' ${3:+-d "$3"})
  STATUS=${ANSWER##*"$NEWLINE"}
  ANSWER=${ANSWER%"$NEWLINE"*}
  echo "$STATUS $ANSWER"
}

# as TOKEN METHOD PATH [BODY]: the same with a session's token, a client_secret, or another key.
as() {
  BEARER=$1
  shift
  ask "$@"
  BEARER=
}

# field NAME: one field of the last answer.
field() {
  printf %s "$ANSWER" | node -p "JSON.parse(fs.readFileSync(0)).$1"
}

# new_phone: a mobile number that nothing here has used.
new_phone() {
  node -p '"+3161" + String(require("crypto").randomInt(1e7)).padStart(7, "0")'
}

# next_code PHONE: waits for a text with a code that was not seen before, and puts the code into CODE.
next_code() {
  while :; do
    CODE=$(curl -sS "$KEYPAD/simulator/handsets/$1/messages" | node -p '
      const text = JSON.parse(fs.readFileSync(0)).find(({ body }) => /^\d{6}\b/.test(body))
      text && text.sid !== process.argv[1] ? `${text.sid} ${text.body.slice(0, 6)}` : ""' "${SEEN:-}")
    [ -n "$CODE" ] && break
    sleep 0.3
  done
  SEEN=${CODE% *}
  CODE=${CODE#* }
}

# totp SECRET [SECONDS]: what an authenticator app shows now, or so many seconds from now.
totp() {
  node -p 'const [secret, later = "0"] = process.argv.slice(1)
    new (require("otpauth").TOTP)({ secret }).generate({ timestamp: Date.now() + Number(later) * 1000 })' "$@"
}
