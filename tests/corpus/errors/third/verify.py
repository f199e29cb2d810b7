"""Holds the corpus against itself, from the written files alone: python3 verify.py"""
import copy
import datetime
import json
import pathlib
import re
import sys
from collections import Counter, defaultdict
from decimal import Decimal, ROUND_HALF_UP

HERE = pathlib.Path(__file__).resolve().parent
PERIODS = ['2025Q1', '2025Q2', '2025Q3', '2025Q4', '2026Q1']
TESTED = PERIODS[3:]
TEXTS = ['practice', 'problem', 'plan']


def load(name):
    return json.loads((HERE / name).read_text(encoding='utf-8'))


DECLARED = load('declarations.json')
BASE = {period: load(f'base/{period}.json') for period in PERIODS}
HALVES = {half: {name: load(f'{half}/{name}.json') for name in ('errors', 'legitimate')} for half in ('seen', 'held-back')}
UNITS = [(unit['id'], unit['name']) for unit in BASE['2025Q1']]
PLACE = {id: i for i, (id, _) in enumerate(UNITS)}
troubles = []


def hold(truth, *words):
    if not truth:
        troubles.append(' '.join(str(word) for word in words))
    return truth


def rate(num, den):
    return (Decimal(str(num)) * 100 / Decimal(str(den))).quantize(Decimal('0.1'), ROUND_HALF_UP)


def quarter(period):
    year, q = int(period[:4]), int(period[5])
    first = datetime.date(year, q * 3 - 2, 1)
    after = datetime.date(year + (q == 4), q * 3 % 12 + 1, 1)
    return first, after - datetime.timedelta(1)


class Bag(dict):
    __getattr__ = dict.get


def counted(data, section):
    out = Bag()
    for name, spec in DECLARED[section]['counts'].items():
        if spec.get('ledger') in data:
            rows = data[spec['ledger']]
            if 'where' in spec:
                column = re.fullmatch(r'has\((\w+)\)', spec['where']).group(1)
                rows = [row for row in rows if column in row]
            out[name] = sum(row.get(spec['sum'], 0) for row in rows) if 'sum' in spec else len(rows)
        elif data.get(spec['number']) is not None:
            value = data[spec['number']]
            out[name] = Decimal(value) if isinstance(value, str) else value
    return out


def world(base, unit, period, section):
    at, place = PERIODS.index(period), PLACE[unit]
    datas = [base[one][place]['sections'][section] for one in PERIODS[:at + 1]]
    counts = [counted(data, section) for data in datas]
    data = datas[-1]
    first, last = quarter(period)
    n = counts[-1]

    def rows(ledger):
        return [Bag(row) for row in data[ledger]]

    def each(count):
        return [one[count] for one in counts]

    def y(count):
        return sum(one[count] for p, one in zip(PERIODS, counts) if p[:4] == period[:4])

    def extreme(count):
        own = [one[count] for p, one in zip(PERIODS, counts) if p[:4] == period[:4]]
        return 'max' if own[-1] > max(own[:-1]) else 'min' if own[-1] < min(own[:-1]) else 'neither'

    def no_two_alike(ledger, keys):
        seen = [tuple(row.get(key) for key in keys) for row in data[ledger]]
        return len(set(seen)) == len(seen)

    return dict(
        n=n, w=counts[-2] if at else None, a=counts[-5] if at >= 4 else None, first=counts[0], y=y, each=each, rows=rows, extreme=extreme,
        no_two_alike=no_two_alike, field=lambda name: Decimal(data[name]), field_or=lambda name, other: data.get(name, other),
        text=lambda name: data[name], before=lambda name: datas[-2].get(name), given=lambda name: data.get(name) is not None, rate=rate,
        direction=lambda new, old: '增加' if new > old else '减少' if new < old else '持平',
        tenths=lambda part, whole: round(10 * part / whole), top=lambda *names: max(names, key=lambda name: n[name]),
        days=(last - first).days + 1, in_quarter=lambda day: first.isoformat() <= day <= last.isoformat(),
        month=lambda day: int(day[5:7]), weekday=lambda day: '一二三四五六日'[datetime.date.fromisoformat(day).weekday()],
        span=lambda one, two: (datetime.date.fromisoformat(two) - datetime.date.fromisoformat(one)).days + 1)


def ask(base, entry, expression):
    return eval(expression, dict(world(base, entry['unit'], entry['period'], entry['patch'][0]['section'])))


def same(one, two):
    if isinstance(one, bool) or isinstance(two, bool):
        return one is two
    word = {'最多': 'max', '最高': 'max', '最少': 'min', '最低': 'min'}
    one, two = word.get(one, one), word.get(two, two)
    try:
        return Decimal(str(one)) == Decimal(str(two))
    except ArithmeticError:
        return one == two


def patched(base, entries):
    out = {period: list(units) for period, units in base.items()}
    for period, id in {(entry['period'], entry['unit']) for entry in entries}:
        out[period][PLACE[id]] = copy.deepcopy(base[period][PLACE[id]])
    for entry in entries:
        for change in entry['patch']:
            data = out[entry['period']][PLACE[entry['unit']]]['sections'][change['section']]
            field = change['field']
            if 'add' in change:
                data[field].append(change['add'])
            elif 'remove' in change:
                del data[field][change['remove'] - 1]
            elif 'row' in change:
                data[field][change['row'] - 1][change['column']] = change['set']
            elif change['set'] is None:
                del data[field]
            else:
                data[field] = change['set']
    return out


# What holds of a quarter that is clean

def types(data, section):
    for field, value in data.items():
        spec = DECLARED[section]['fields'].get(field)
        if spec is None:
            yield f'{field} is not declared'
            continue
        kinds = {'integer': int, 'decimal': str, 'text': str, 'ledger': list}
        if not isinstance(value, kinds[spec['type']]):
            yield f'{field} is no {spec["type"]}'
        if spec['type'] == 'decimal' and not re.fullmatch(r'\d+\.\d+', value):
            yield f'{field} is no decimal: {value}'
        if spec['type'] == 'ledger':
            for row in value:
                for column, cell in row.items():
                    one = spec['columns'][column]
                    if not isinstance(cell, {'integer': int, 'date': str, 'text': str}[one['type']]):
                        yield f'{field}.{column}'
                    if one['type'] == 'date':
                        datetime.date.fromisoformat(cell)
                for column, one in spec['columns'].items():
                    if one.get('required') and column not in row:
                        yield f'{field}.{column} is missing'


def figures(base, unit, period, section):
    """All that is not right of a section's figures and ledgers."""
    E = world(base, unit, period, section)
    data = base[period][PLACE[unit]]['sections'][section]
    n, w, first = E['n'], E['w'] if period != PERIODS[0] else None, E['first']
    counts = DECLARED[section]['counts']
    yield from types(data, section)
    for name, spec in counts.items():
        if name not in n:
            yield f'{name} is missing'
            continue
        if n[name] < 0:
            yield f'{name} below 0'
        if 'max' in spec and n[name] > spec['max']:
            yield f'{name} over its bound'
        if name == 'open_days' and n[name] > E['days']:
            yield 'more days than the quarter'
        if 'parts' in spec and n[name] != sum(n[part] for part in spec['parts'] if part in n):
            yield f'{name} is not the sum of its parts'
        if 'part_of' in spec and spec['part_of'] in n and n[name] > n[spec['part_of']]:
            yield f'{name} over {spec["part_of"]}'
        if 'ratio' in spec:
            num, den = n[spec['ratio']['num']], n[spec['ratio']['den']]
            if not den or n[name] != rate(num, den) or n[name] > 100:
                yield f'{name} does not follow'
        if name.endswith('_year') and n[name] != E['y'](name[:-5]):
            yield f'{name} is not the year so far'
        if spec.get('ledger') in data and spec['number'] in data and data[spec['number']] != n[name]:
            yield f'{name}: ledger and number'
        if period == PERIODS[0] or 'ratio' in spec or name == 'open_days' or name not in w:
            continue
        still = spec.get('over_time') == 'last' and n[name] < 20
        if n[name] == w[name] and not still:
            yield f'{name} is what it was'
        if spec.get('over_time') == 'last' and not name.endswith('_year') and not w[name] * (Decimal('0.9') if 'part_of' in spec else 1) <= n[name] <= w[name] * Decimal('1.1') + 1:
            yield f'{name}, a stock, leaps'
        if spec.get('over_time') != 'last' and not Decimal('0.4') < Decimal(n[name]) / (Decimal(w[name]) or Decimal('0.1')) < Decimal('2.5'):
            yield f'{name} leaps'
    if period == PERIODS[4]:
        for name, spec in counts.items():
            if name in n and spec.get('over_time') != 'last' and 'ratio' not in spec and name != 'open_days':
                own = E['each'](name)[:-1]
                if not min(own) * Decimal('0.96') <= n[name] <= max(own) * Decimal('1.04'):
                    yield f'{name} stands out of its year'
    for check in DECLARED[section]['checks'].values():
        if 'rule' in check:
            left, sign, right = check['rule'].split()
            if left in n and right in n and not (n[left] <= n[right] if sign == '<=' else n[left] >= n[right]):
                yield f'check {check["rule"]}'
        else:
            given = [data.get(field) for field in check['together']]
            if len({bool(one) for one in given}) > 1:
                yield f'together {check["together"]}'
    begin, end = quarter(period)
    for ledger, rows in data.items():
        if not isinstance(rows, list):
            continue
        spec = DECLARED[section]['fields'][ledger]
        if not rows:
            yield f'{ledger} is empty'
        for key in spec.get('unique', []):
            if len({row[key] for row in rows}) < len(rows):
                yield f'{ledger}.{key} twice'
        bare = [tuple(value for key, value in row.items() if key != 'number') for row in rows]
        if len(set(bare)) < len(rows):
            yield f'{ledger}: two rows alike'
        for i, row in enumerate(rows):
            for column, one in spec['columns'].items():
                if one['type'] == 'date' and column in row and not begin.isoformat() <= row[column] <= end.isoformat():
                    yield f'{ledger} {i + 1}: {column} out of the quarter'
                if 'refers' in one:
                    target, key = one['refers'].split('.')
                    known = {other[key]: other for other in data[target]}
                    if row[column] not in known:
                        yield f'{ledger} {i + 1}: refers to none'
                    elif row['date'] < (known[row[column]].get('received') or known[row[column]]['date']):
                        yield f'{ledger} {i + 1}: before what it refers to'
                if one['type'] == 'integer' and row[column] < 0:
                    yield f'{ledger} {i + 1}: below 0'
            for early, late in (('start', 'finish'), ('received', 'fixed_on'), ('received', 'closed_on')):
                if late in row and row[late] < row[early]:
                    yield f'{ledger} {i + 1}: {late} before {early}'
            for part, whole in (('passed', 'samples'), ('graduated', 'people'), ('qualified', 'pages')):
                if part in row and row[part] > row[whole]:
                    yield f'{ledger} {i + 1}: {part} over {whole}'
        for column, one in spec['columns'].items():
            if one['type'] == 'integer' and column not in ('hazards', 'workers', 'volumes'):
                values = sorted(row[column] for row in rows)
                if values[-1] > 4 * max(values[-2], 8):
                    yield f'{ledger}: {column} of one row leaps'
        if ledger == 'repairs' and any(row['households'] > n.users for row in rows):
            yield 'more households than users'


def numbers(text):
    return [(found.start(), found.group()) for found in re.finditer(r'\d+(?:\.\d+)?', text)]


def labels(section):
    out = []
    for name, spec in DECLARED[section]['counts'].items():
        for label in [spec['label']] + spec.get('also', []):
            out.append((label, name, '%' if 'ratio' in spec else spec['measure']))
    return sorted(out, key=lambda one: -len(one[0]))


def explained(text, section, n, w):
    """Places in the text of numbers that are said of a count, and whether rightly."""
    out = {}
    for label, name, measure in labels(section):
        for found in re.finditer(re.escape(label) + r'(?:已有|只有|仅|累计|达到)?(\d+(?:\.\d+)?)' + re.escape(measure) + r'(?![次元])', text):
            out.setdefault(found.start(1), same(found.group(1), n[name]))
        for found in re.finditer(re.escape(label) + r'比上季度(增加|减少)(\d+(?:\.\d+)?)' + re.escape(measure) + r'(?!次)', text):
            change = n[name] - w[name]
            out.setdefault(found.start(2), same(found.group(2), abs(change)) and (found.group(1) == '增加') == (change > 0))
    for found in re.finditer(r'一个季度下来巡查(\d+(?:\.\d+)?)公里', text):
        out.setdefault(found.start(1), same(found.group(1), n['pipe']))
    return out


SEASON = {'2025Q3': ['入冬', '岁末', '农闲', '开春', '元宵', '春节', '春耕'], '2025Q4': ['暑期', '汛期', '立秋', '入夏', '开春', '元宵', '春节', '春耕'],
          '2026Q1': ['暑期', '汛期', '立秋', '入夏', '入冬', '岁末', '农闲']}
HASTY = ['首次', '全部', '未发现', '均已', '未发生', '待补充', '××', '我县', '本县', '全县', '本月', '全年', '同比', '环比', '最多', '最少', '。。', '，，', '，。',
         '布署', '防犯', '一如继往', '[', ']', '{', '}', '|', '村村级', ' ']


def bare(text):
    text = re.sub(r'[杨罗余黄沈钟马邓车曹汪彭何陈卢谢范潘]家.村', '某', text)
    return re.sub(r'\d[\d.]*', '0', text)


def clean():
    at_error = defaultdict(list)
    for half in HALVES.values():
        for error in half['errors']:
            for fact in error['facts']:
                if 'instead_of' in fact:
                    at_error[error['unit'], error['period'], error['patch'][0]['section']].append(fact)
    touched = {(entry['unit'], entry['period'], entry['patch'][0]['section']) for half in HALVES.values() for list in half.values() for entry in list}
    village_of = defaultdict(set)
    for unit in BASE['2026Q1'] + BASE['2025Q4'] + BASE['2025Q3']:
        for data in unit['sections'].values():
            for field in TEXTS:
                for name in re.findall(r'[杨罗余黄沈钟马邓车曹汪彭何陈卢谢范潘]家.村', data[field]):
                    village_of[name].add(unit['id'])
            for rows in data.values():
                if isinstance(rows, list):
                    for row in rows:
                        if 'village' in row:
                            village_of[row['village']].add(unit['id'])
    for name, ids in village_of.items():
        hold(len(ids) == 1, name, ids)
    total = with_figures = 0
    for period in PERIODS:
        hold([(unit['id'], unit['name']) for unit in BASE[period]] == UNITS, period, 'units')
        for place, unit in enumerate(BASE[period]):
            hold(list(unit['sections']) == list(DECLARED), unit['id'], 'sections')
            for section, data in unit['sections'].items():
                here = (period, unit['id'], section)
                for trouble in figures(BASE, unit['id'], period, section):
                    hold(False, *here, trouble)
                keeps = any(isinstance(value, list) for value in data.values())
                hold(keeps == (place % 2 == 0 and period >= '2025Q3'), *here, 'ledgers')
                hold(all((field in data) == (period >= '2025Q3') for field in TEXTS), *here, 'texts')
                if period < '2025Q3':
                    continue
                n = counted(data, section)
                w = counted(BASE[PERIODS[PERIODS.index(period) - 1]][place]['sections'][section], section)
                for field in TEXTS:
                    text = data[field]
                    total += 1
                    facts = [fact for fact in at_error[unit['id'], period, section] if fact['instead_of'] in text]
                    for word in HASTY:
                        told = any(word in fact['instead_of'] for fact in facts)
                        hold(word not in text or told, *here, field, 'has', word)
                    for word in SEASON[period]:
                        hold(word not in text, *here, field, word)
                    for other, name in UNITS:
                        hold(other == unit['id'] or name[:2] not in text, *here, field, name)
                    hold(text.endswith('。') and not re.search(r'[。，；：、]{2}', text), *here, field, 'marks')
                    pieces = re.findall('[^。]+。', text)
                    hold(len(set(pieces)) == len(pieces), *here, field, 'sentence twice')
                    hold(not re.search(r'([\u4e00-\u9fff]{2})\1', text), *here, field, 'word twice', text)
                    found = numbers(text)
                    with_figures += bool(found)
                    right = explained(text, section, n, w)
                    for at, said in found:
                        inside = [fact for fact in facts if text.index(fact['instead_of']) <= at < text.index(fact['instead_of']) + len(fact['instead_of'])]
                        if at in right and (right[at] or not inside):
                            piece = text[text.rfind('。', 0, at) + 1:at]
                            if field == 'plan' and '下季度' in piece and not right[at]:
                                # What is hoped for is more than there was.
                                name = next(name for label, name, _ in labels(section) if label in piece)
                                hold(Decimal(said) > n[name], *here, field, said, text)
                                continue
                            hold(right[at], *here, field, said, 'is not so', text)
                            continue
                        if not hold(inside, *here, field, said, 'is of nothing known', text):
                            continue
                        if text[at + len(said)] in '月日':
                            continue
                        values = [str(value) for bag in (n, w) for value in bag.values()] + [str(fact.get('right')) for fact in inside]
                        hold(said in values, *here, field, said, 'is none of the figures', text)
                    if (unit['id'], period, section) in touched and not facts:
                        two = any('两处' in error['why'] for half in HALVES.values() for error in half['errors']
                                  if (error['unit'], error['period'], error['patch'][0]['section']) == (unit['id'], period, section))
                        hold(two or not found, *here, field, 'has figures beside', text)
    # No text is another's.
    most = 0
    for section in DECLARED:
        for field in TEXTS:
            bags = []
            for period in PERIODS[2:]:
                for unit in BASE[period]:
                    text = bare(unit['sections'][section][field])
                    bags.append((period, unit['id'], {text[i:i + 2] for i in range(len(text) - 1)}))
            for i, (period, id, bag) in enumerate(bags):
                for other_period, other, other_bag in bags[:i]:
                    alike = len(bag & other_bag) / len(bag | other_bag)
                    most = max(most, alike)
                    hold(alike < .6, section, field, period, id, other_period, other, 'alike', round(alike, 2))
    return total, with_figures, most


def kind_holds(error, old, new, wrong):
    """What the words of an error say wrongly, where no figure says it."""
    kind, period = error['kind'], error['period']
    own = UNITS[PLACE[error['unit']]][1]
    begin, end = quarter(period)
    if kind == 'list-length':
        def told(text):
            said = re.search(r'([二三四五])(?:项办法|个到位)', text)
            items = len(re.findall('[一二三四五]是', text)) or text.split('：')[1].count('到位')
            return ' 一二三四五'.index(said.group(1)) == items
        return told(old) and not told(new)
    if kind == 'plan-past':
        def ahead(text):
            month, next_year = int(re.search(r'(\d+)月', text).group(1)), '明年' in text
            return next_year or month > end.month
        return ahead(old) and not ahead(new) and error['patch'][0]['field'] == 'plan'
    if kind == 'day-out-of-quarter':
        def within(text):
            month, day = map(int, re.search(r'(\d+)月(\d+)日', text).groups())
            return begin <= datetime.date(end.year, month, day) <= end
        return within(old) and not within(new) and '了' in new or '夜查' in new and within(old) and not within(new)
    if kind == 'other-unit':
        named = [name for _, name in UNITS if name in new]
        return own in old and own not in new and len(named) == 1 and named[0] != own
    if kind == 'our-county':
        return '我县' in new and '县' not in old and '我' + own[-1] in old
    return False


def main():
    total, with_figures, most = clean()
    entries = [(half, entry) for half, lists in HALVES.items() for entry in lists['errors']]
    both = [entry for _, entry in entries]
    worlds = {half: patched(BASE, lists['errors']) for half, lists in HALVES.items()}
    everything = patched(BASE, both)
    every_text = patched(BASE, [entry for lists in HALVES.values() for entry in lists['legitimate']])
    hold(len(both) == 100 and all(len(lists['errors']) == 50 for lists in HALVES.values()), 'a hundred errors')
    hold(all(len(lists['legitimate']) == 30 for lists in HALVES.values()), 'sixty sentences')
    kinds = defaultdict(list)
    for half, entry in entries:
        kinds[entry['kind']].append((half, entry))
    hold(len(kinds) == 50, 'fifty kinds', len(kinds))
    for kind, two in kinds.items():
        hold(sorted(half for half, _ in two) == ['held-back', 'seen'], kind, 'one in each half')
        hold(len({entry['unit'] for _, entry in two}) == 2, kind, 'units')
        hold(len({entry['patch'][0]['section'] for _, entry in two}) == 2, kind, 'sections')
    touched = Counter((entry['unit'], entry['period'], section) for lists in HALVES.values() for list_ in lists.values() for entry in list_
                      for section in {change['section'] for change in entry['patch']})
    for where, times in touched.items():
        hold(times == 1 and where[1] in TESTED, where, 'touched', times)
    ids = [entry['id'] for lists in HALVES.values() for list_ in lists.values() for entry in list_]
    hold(len(set(ids)) == 160, 'ids')
    beside = Counter()
    for half, error in entries:
        name = error['id']
        alone = patched(BASE, [error])
        section = error['patch'][0]['section']
        data = BASE[error['period']][PLACE[error['unit']]]['sections'][section]
        bad = alone[error['period']][PLACE[error['unit']]]['sections'][section]
        for at in error['place']:
            hold(at['section'] == section and at['field'] in DECLARED[section]['fields'], name, 'place', at)
            if 'row' in at:
                hold(at['row'] <= len(bad[at['field']]), name, 'row', at)
                hold('column' not in at or at['column'] in DECLARED[section]['fields'][at['field']]['columns'], name, 'column', at)
        hold(bad != data and error['facts'] and error['why'], name, 'changes nothing')
        for fact in error['facts']:
            if 'rule' in fact:
                hold(ask(BASE, error, fact['rule']) is True, name, 'rule does not hold before', fact['rule'])
                for where in (alone, worlds[half], everything):
                    hold(ask(where, error, fact['rule']) is False, name, 'rule still holds', fact['rule'])
                continue
            field = error['patch'][0]['field']
            old, new, sentence = data[field], bad[field], fact['instead_of']
            hold(old.count(sentence) == 1, name, 'the sentence before', sentence)
            start = old.index(sentence)
            after = old[start + len(sentence):]
            hold(new.startswith(old[:start]) and new.endswith(after), name, 'changes more than its sentence')
            wrong = new[start:len(new) - len(after)]
            hold(fact['says'] in wrong and fact['says'] not in old, name, 'says', fact['says'])
            if 'claim' in fact:
                for where in (BASE, alone, worlds[half], everything):
                    true = ask(where, error, fact['claim'])
                    hold(same(true, fact['right']), name, fact['claim'], 'is', true, 'not', fact['right'])
                    hold(not same(true, fact['x']), name, 'is true')
                if isinstance(fact['x'], (int, str)) and re.fullmatch(r'[\d.]+', str(fact['x'])) and error['kind'] not in (
                        'share-in-text', 'wan-yuan-in-text'):
                    hold(str(fact['x']) in fact['says'], name, 'x')
            else:
                hold(kind_holds(error, sentence, wrong, fact['says']), name, 'words')
        if 'instead_of' in error['facts'][0]:
            hold(not list(figures(alone, error['unit'], error['period'], section)), name, 'figures')
        elif error['kind'] != 'copied-text':
            found = list(figures(alone, error['unit'], error['period'], section))
            hold(found, name, 'no rule of a clean quarter finds it')
            if '-v' in sys.argv:
                print(name, found)
        # A quarter later nothing is the worse for it.
        if error['period'] == TESTED[0]:
            for trouble in figures(alone, error['unit'], TESTED[1], section):
                beside[name, trouble] += 1
        # No other section, unit or quarter is touched.
        for period in PERIODS:
            for one, other in zip(BASE[period], alone[period]):
                if (one['id'], period) != (error['unit'], error['period']):
                    hold(one == other, name, 'touches', one['id'], period)
    later = {(entry['unit'], entry['patch'][0]['section']) for lists in HALVES.values() for list_ in lists.values() for entry in list_
             if entry['period'] == TESTED[1]}
    for name, trouble in beside:
        error = next(entry for entry in both if entry['id'] == name)
        hold((error['unit'], error['patch'][0]['section']) not in later, name, trouble, 'and that section is touched a quarter later')
    sentences = [(half, entry) for half, lists in HALVES.items() for entry in lists['legitimate']]
    kinds = Counter(entry['kind'] for _, entry in sentences)
    hold(len(kinds) == 45 and Counter(kinds.values()) == {2: 15, 1: 30}, 'forty-five kinds', len(kinds))
    for kind, times in kinds.items():
        hold(times == 1 or {half for half, entry in sentences if entry['kind'] == kind} == {'seen', 'held-back'}, kind)
    for half, entry in sentences:
        change, = entry['patch']
        data = BASE[entry['period']][PLACE[entry['unit']]]['sections'][change['section']]
        hold(change['set'] == data[change['field']] + entry['sentence'], entry['id'], 'the words before')
        hold(entry['sentence'].endswith('。'), entry['id'])
        hold(not any(numbers(data[field]) for field in TEXTS), entry['id'], 'figures beside')
        own = UNITS[PLACE[entry['unit']]][1]
        for fact in entry['facts']:
            if 'beside' in fact:
                hold(fact['beside'], entry['id'])
                continue
            hold(fact['says'] in entry['sentence'], entry['id'], 'says')
            for where in (BASE, every_text, everything):
                true = ask(where, entry, fact['claim'])
                hold(same(true, fact['x']), entry['id'], fact['claim'], 'is', true, 'not', fact['x'])
    for trouble in troubles:
        print(trouble)
    print(f'{total} texts, {with_figures} with figures; two are alike by {most:.2f} at most; '
          f'{len(both)} errors of 50 kinds, {len(sentences)} sentences of {len(kinds)} kinds; '
          f'{len(troubles)} troubles' if troubles else
          f'all is as it should be: {total} texts, {with_figures} with figures, two alike by {most:.2f} at most; '
          f'{len(both)} errors of 50 kinds, {len(sentences)} sentences of {len(kinds)} kinds')
    if '-v' in sys.argv:
        for name, trouble in beside:
            print('a quarter later', name, trouble)
    return bool(troubles)


if __name__ == '__main__':
    sys.exit(main())
