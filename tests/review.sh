#!/bin/sh
# review.sh PROGRAM - the page of -f review in a browser: what is hostile in a
# text stays text, and mouse, keys, filter and order do what they say. Headless
# Chromium runs once and uses no network.

program=$1
[ -x "$program" ] || { echo "usage: review.sh PROGRAM" >&2; exit 2; }
case $program in /*) ;; *) program=$PWD/$program ;; esac
here=$(cd "$(dirname "$0")" && pwd)

scratch=${SCRATCH:-$(mktemp -d)}
rm -rf "$scratch"
mkdir -p "$scratch" && cd "$scratch" || exit 2
trap 'cd / && rm -rf "$scratch"' EXIT

cat >plain.txt <<'END'
Council weighs the bridge, again

“It will not be built,” said Ann Marsh, who chairs the works committee. “Not this year.”

The so-called “bridge of sighs” has been planned since 1974. “My father told me, ‘It will come, boy, it will come,’ and it never did,” said Tom Hale, a ferryman.

Residents called the plan “a joke”. “Nobody asks us,” a woman at the back shouted.

“You were told in March that there would be three more hearings,” Marsh said. “That has not changed.

“Nor will it change.”

Hale said: “Ask them about the money.” Everybody did. “It will not be built,” said Ann Marsh.

Then, from the gallery: “Shame!”
END
attack='parent.pwned=1;parent.document.title="pwned"'
{
    printf '\357\273\277</script><script>%s</script>\r\n\r\n' "$attack"
    printf '“<img src=x onerror=%s> 😀,” said Ann <svg onload=%s> Marsh.\r\n\r\n' \
        "'$attack'" "'$attack'"
    printf '“</mark></p></div><b id=list>,” said Ann Marsh. &lt; &amp;#60; &quot; \000\001\033[31m\302\205x\377y\r\n\r\n'
    printf '“Turned \342\200\256back\342\201\251, \342\201\246no,” said Tom Hale. <!-- ]]> <style>*{display:none}</style>\r\n\r\n'
    printf '“😀 “><script>%s</script>” &,” she said, “<a href=javascript:%s>x</a>.”\r\n' "$attack" "$attack"
    printf 'Hale told “the\r\nboard” <title>:\f\302\240\r\n\r\n\302\240\r\n'
} >hostile.txt
name='"><script>parent.pwned=1<'
cp hostile.txt "$name"
printf 'name,aliases,id\n"Tom ""><script>%s</script> Hale",Tom Hale,</td><script>%s</script>\n' \
    "parent.pwned=1" "parent.pwned=1" >people.csv

"$program" --all --lenient --people people.csv -f review plain.txt "$name" >page.html 2>err ||
    { cat err; echo "FAIL: no page"; exit 1; }
"$program" --all --lenient --people people.csv -o again.html plain.txt "$name" 2>err
cmp -s page.html again.html || { echo "FAIL: -o FILE.html is another page"; exit 1; }
"$program" --all --lenient --people people.csv -o again.htm plain.txt "$name" 2>err
cmp -s page.html again.htm || { echo "FAIL: -o FILE.htm is another page"; exit 1; }
"$program" -o failed.html plain.txt '<absent>.txt' 2>err
[ $? -eq 1 ] || { echo "FAIL: exit status of a file that is absent"; exit 1; }
grep -q '<h2>&lt;absent&gt;.txt</h2>' failed.html &&
    grep -q 'could not be read: cannot open: No such file' failed.html ||
    { echo "FAIL: no notice of a file that is absent"; exit 1; }
sed '/Content-Security-Policy/d' page.html >loose.html
grep -q Content-Security-Policy page.html || { echo "FAIL: no policy"; exit 1; }
grep -q Content-Security-Policy loose.html && { echo "FAIL: not loose"; exit 1; }

if command -v tidy >/dev/null; then
    # tidy 5.6 does not know aria-keyshortcuts, and wants no bar without words
    tidy -quiet -errors page.html 2>&1 |
        grep -v -e 'attribute "aria-keyshortcuts"' -e 'trimming empty <span>' \
            >tidy.log
    [ -s tidy.log ] && { cat tidy.log; echo "FAIL: tidy"; exit 1; }
else
    echo "SKIPPED: no tidy to look at the page's HTML"
fi

browser=$(command -v chromium || command -v chromium-browser ||
    command -v google-chrome) || {
    echo "SKIPPED: no Chromium here, so no page was opened"
    exit 0
}
cp "$here/review.html" drive.html
timeout 120 "$browser" --headless --no-sandbox --disable-gpu \
    --user-data-dir="$scratch/profile" --no-first-run \
    --disable-background-networking --allow-file-access-from-files \
    --virtual-time-budget=20000 --dump-dom "file://$scratch/drive.html" \
    >dom 2>log
sed -n '/<pre id="out">/,/<\/pre>/p' dom | sed 's/<[^>]*>//g' >told
if ! grep -qx end told; then
    tail -n 5 log
    echo "FAIL: the browser did not come to the end"
    exit 1
fi
if grep FAIL told; then
    exit 1
fi
echo "$(grep -c '^ok' told) hold"
