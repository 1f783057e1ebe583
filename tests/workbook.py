"""Workbooks given back: see workbook.sh. The argument is the program."""
import random
import subprocess
import sys
import zipfile

PROGRAM = sys.argv[1]
faults = 0
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
BOOK = HEAD + '<workbook><sheets><sheet name="Q" sheetId="1" r:id="rId7"/></sheets></workbook>'
RELATIONS = (HEAD + '<Relationships><Relationship Id="rId1" Target="styles.xml"/>'
             '<Relationship Target="%s" Id="rId7"/></Relationships>')


def check(what, holds, shown=''):
    global faults
    if not holds:
        faults += 1
        print('FAIL: %s: %s' % (what, shown))


def write(path, sheet, strings=None, target='worksheets/one.xml', stored=False):
    method = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(path, 'w', method) as z:
        z.writestr('xl/workbook.xml', BOOK)
        z.writestr('xl/_rels/workbook.xml.rels', RELATIONS % target)
        z.writestr('xl/' + target if target[0] != '/' else target[1:], HEAD + sheet)
        if strings is not None:
            z.writestr('xl/sharedStrings.xml', HEAD + '<sst>' + strings + '</sst>')


def run(*arguments):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


PEOPLE = '<worksheet><sheetData>%s</sheetData></worksheet>'
INLINE = (PEOPLE % '<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c>'
          '<c r="B1" t="inlineStr"><is><t>id</t></is></c></row>'
          '<row r="3"><c r="A3" t="inlineStr"><is><t>Ann</t></is></c><c r="B3"><v>%s</v></c></row>')
columns = ['--columns', 'speaker,id', 'ann.txt']

write('inline.xlsx', INLINE % '7')
check('inline texts, a number, a row left out',
      run('--people', 'inline.xlsx', *columns)[1] == 'speaker,id\n"Ann","7"\n',
      run('--people', 'inline.xlsx', *columns))

write('shared.xlsx', PEOPLE % '<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row>'
      '<row><c t="s"><v>2</v></c><c t="s"><v>3</v></c></row>',
      '<si><t>id</t></si><si><t>name</t></si><si><r><t>A</t></r><r><t xml:space="preserve">nn</t></r>'
      '<rPh><t>no</t></rPh></si><si><t>&lt;&quot;&#65;&#x1F600;_x000D_&amp;\n_x</t></si>',
      target='/xl/worksheets/two.xml')
check('shared texts, their runs, references',
      run('--people', 'shared.xlsx', *columns)[1] == 'speaker,id\n"Ann","<""A\U0001F600 & _x"\n',
      run('--people', 'shared.xlsx', *columns))

write('stored.xlsx', INLINE % '8', stored=True)
check('parts that are not packed',
      run('--people', 'stored.xlsx', *columns)[1] == 'speaker,id\n"Ann","8"\n')

write('gaps.xlsx', PEOPLE % '<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="C1" '
      't="inlineStr"><is><t>id</t></is></c></row>')
code, out, err = run('--people', 'gaps.xlsx', 'ann.txt')
check('a column left out has no name', code == 2 and 'a column without a name' in err, err)

status, rows, _ = run('--columns', 'document,quote_id,speaker,quote', 'ann.txt')
quote_id = rows.split('"')[3]
write('rows.xlsx', PEOPLE % ''.join(
    '<row>' + ''.join('<c t="str"><v>%s</v></c>' % cell for cell in line) + '</row>'
    for line in (('document', 'quote_id', 'speaker', 'quote', 'verdict'),
                 ('ann.txt', quote_id, 'Bo', 'We sail,', 'so'))))
check('corrections', run('--corrections', 'rows.xlsx', '--columns', 'speaker,verdict', 'ann.txt')[1] ==
      'speaker,verdict\n"Bo","so"\n', run('--corrections', 'rows.xlsx', 'ann.txt'))
code, out, err = run('check', 'rows.xlsx', 'ann.txt')
check('a draft', code == 0 and '"exact"' in out and '"Bo","Ann"' in out, (code, out, err))

for name in ('short.xlsx', 'ann.xlsx', 'wide.xlsx', 'up.xlsx', 'none.xlsx'):
    if name == 'ann.xlsx':
        data = open('inline.xlsx', 'rb').read()
        open(name, 'wb').write(data[:-30])
    elif name == 'wide.xlsx':
        write(name, PEOPLE % '<row r="1"><c r="ZZZ1"><v>1</v></c></row>')
    elif name == 'up.xlsx':
        write(name, PEOPLE % '<row r="2"/><row r="1"/>')
    elif name == 'none.xlsx':
        write(name, PEOPLE % '<row><c t="s"><v>5</v></c></row>', '<si><t>a</t></si>')
    code, out, err = run('--people', name, 'ann.txt')
    check('refused: ' + name, code == 2 and out == '' and name + ': not a whole workbook' in err, (code, err))

random.seed(7)
data = open('shared.xlsx', 'rb').read()
for n in range(300):
    bad = bytearray(data)
    for _ in range(random.randrange(1, 4)):
        bad[random.randrange(len(bad))] = random.randrange(256)
    open('bad.xlsx', 'wb').write(bad[:random.randrange(len(bad)) + 1] if n % 3 == 0 else bad)
    code, out, err = run('--people', 'bad.xlsx', 'ann.txt')
    check('bytes changed, %d' % n, code in (0, 2) and 'Sanitizer' not in err, (code, err[:300]))

print('%d faults' % faults)
sys.exit(faults != 0)
