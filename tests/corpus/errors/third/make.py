"""Writes the corpus anew, to the byte: python3 make.py"""
import json
import pathlib
import random
import re
import sys

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import base as B
from mistakes import MISTAKES
from sentences import SENTENCES
from words import BANK, FIGURES, OPENINGS, PERIODS, UNITS, WITH_TEXTS, villages

SEED = 'third 2026'
TEXTS = {'practice': 3, 'problem': 2, 'plan': 2}


class Context:
    def __init__(self, base, period, place, section):
        self.period, self.place, self.section = period, place, section
        self.id, self.name = UNITS[place]
        self.k = self.name[-1]
        at = PERIODS.index(period)
        self.all = [B.tally(base[one][place][section], section) for one in PERIODS[:at + 1]]
        self.n, self.w, self.first = self.all[at], self.all[at - 1], self.all[0]
        self.a = self.all[at - 4] if at >= 4 else None
        self.data, self.was = base[period][place][section], base[PERIODS[at - 1]][place][section]
        self.villages = villages(place)

    def v(self, i):
        return self.villages[i]

    def each(self, count):
        return [one[count] for one in self.all]

    def y(self, count):
        return sum(one[count] for period, one in zip(PERIODS, self.all) if period[:4] == self.period[:4])

    def percent(self, num, den):
        return B.quotient(num, den)

    def at(self, field, **more):
        return {'section': self.section, 'field': field} | more

    def count(self, name):
        spec = B.COUNTS[self.section][name]
        out = [self.at(B.field_of(self.section, name))]
        if spec.get('ledger') in self.data:
            out.insert(0, self.at(spec['ledger']))
        return out


def allot(base):
    """Each error and sentence a unit and a quarter; no section of a unit in a quarter twice."""
    contexts = {(period, place, section): Context(base, period, place, section)
                for period in PERIODS[3:] for place in range(len(UNITS)) for section in B.TITLES}
    items = []
    for i, one in enumerate(MISTAKES + SENTENCES):
        fits = []
        for (period, place, section), E in contexts.items():
            if section != one['section'] or period not in one['periods']:
                continue
            if one['side'] and (one['side'] == 'ledger') != (place % 2 == 0):
                continue
            made = one['function'](E)
            if made is not None:
                fits.append((period, place, made))
        items.append((one, fits))
        if len(fits) < 2:
            print('few', one['kind'], one['section'], len(fits))
    for attempt in range(2000):
        rng = random.Random(f'{SEED} allot {attempt}')
        taken, shut, used, halves = {}, set(), {}, {}
        order = sorted(range(len(items)), key=lambda i: (len(items[i][1]), rng.random()))
        kinds = {}
        for i in order:
            one, fits = items[i]
            section = one['section']
            error = i < len(MISTAKES)
            free = []
            for period, place, made in fits:
                cell = (period, place, section)
                if cell in taken or cell in shut or place in kinds.get((error, one['kind']), ()):
                    continue
                other = (PERIODS[3] if period == PERIODS[4] else PERIODS[4], place, section)
                alone = period == PERIODS[3] and made.get('figures') or made.get('copied') and period == PERIODS[4]
                if alone and other in taken:
                    continue
                quarter = halves.get(period, 0)
                free.append((used.get(place, 0) + (quarter > 80 and len(one['periods']) > 1) * 2, rng.random(), period, place, made,
                             other if alone else None))
            if not free:
                break
            _, _, period, place, made, also = min(free, key=lambda x: x[:2])
            taken[period, place, section] = (i, made)
            if also:
                shut.add(also)
            used[place] = used.get(place, 0) + 1
            halves[period] = halves.get(period, 0) + 1
            kinds.setdefault((error, one['kind']), set()).add(place)
        else:
            return taken, shut, contexts
    raise SystemExit('no way to allot them all')


def expand(rng, template, own):
    text = re.sub(r'\[([^\]]*)\]', lambda found: rng.choice(found.group(1).split('|')), template)
    return text.replace('{v}', rng.choice(own))


def changes(n, w, section):
    out = {}
    for key, spec in B.COUNTS[section].items():
        if 'measure' in spec:
            out[key + '_change'] = f'比上季度{"增加" if n[key] > w[key] else "减少"}{abs(n[key] - w[key])}{spec["measure"]}'
            out[key + '_target'] = int(n[key] * 23 / 20) // 10 * 10 + 10
    return out


def bare(text):
    text = re.sub(r'[杨罗余黄沈钟马邓车曹汪彭何陈卢谢范潘]家.村', '某', text)
    return re.sub(r'\d[\d.]*', '0', text)


def masked(text):
    text = bare(text)
    return {text[i:i + 2] for i in range(len(text) - 1)}


def likeness(a, b):
    return len(a & b) / min(len(a), len(b))


def lay(base, taken, shut, contexts):
    """The texts; where an error is to come, the sentence that it will spoil, as it is right."""
    known = {(section, field): [] for section in B.TITLES for field in TEXTS}
    sentences, spoken, uses, worst = set(), set(), {}, 0
    for period in WITH_TEXTS:
        for place in range(len(UNITS)):
            own = villages(place)
            for section in B.TITLES:
                cell = (period, place, section)
                rng = random.Random(f'{SEED} text {cell}')
                given = {}
                plain = cell in taken or cell in shut
                after = PERIODS[PERIODS.index(period) + 1:][:1]
                # What is copied a quarter later is a text without figures and without a season.
                copied = bool(after) and 'copied' in taken.get((after[0], place, section), (0, {}))[1]
                plain = plain or copied
                if cell in taken:
                    given = {field: [text] for field, text in taken[cell][1].get('text', {}).items()}
                elif not plain:
                    n = B.tally(base[period][place][section], section)
                    for field, chance in (('practice', .75), ('problem', .5), ('plan', .2)):
                        if rng.random() < chance:
                            words = [words for at, words in FIGURES[section] if at == field]
                            one = min(words, key=lambda w: (uses.get((period, w), 0), rng.random()))
                            uses[period, one] = uses.get((period, one), 0) + 1
                            before = B.tally(base[PERIODS[PERIODS.index(period) - 1]][place][section], section)
                            given[field] = [one.format(**n, **changes(n, before, section))]
                for field, number in TEXTS.items():
                    fixed = given.get(field, [])
                    best = None
                    for _ in range(90):
                        picked = rng.sample(BANK[section][field], max(2, number - len(fixed)) if field == 'practice' else number - len(fixed))
                        out = [expand(rng, template, own) for template in picked]
                        if any(one in sentences for one in out):
                            continue
                        if field == 'practice' and not copied and rng.random() < .2 and not out[0].startswith(('{v}', '的')):
                            out[0] = expand(rng, rng.choice(OPENINGS[period]), own) + out[0]
                        whole = out[:]
                        for one in fixed:
                            whole.insert(rng.randrange(len(whole) + 1), one)
                        text = ''.join(whole)
                        bag = masked(text)
                        same = max((likeness(bag, other) for other in known[section, field]), default=0)
                        same += .3 * sum((period, bare(one)) in spoken for one in out)
                        if best is None or same < best[0]:
                            best = (same, text, bag, out)
                    worst = max(worst, best[0])
                    known[section, field].append(best[2])
                    sentences.update(best[3])
                    spoken.update((period, bare(one)) for one in best[3])
                    base[period][place][section][field] = best[1]
    return worst


def finish(error, made, one, cell, base, number):
    period, place, section = cell
    data = base[period][place][section]
    out = {'id': f'{one["kind"]}-{number}', 'kind': one['kind'], 'unit': UNITS[place][0], 'period': period}
    if error:
        if 'swap' in made:
            field, right, wrong = made['swap']
            assert data[field].count(right) == 1, (right, data[field])
            out['patch'] = [{'section': section, 'field': field, 'set': data[field].replace(right, wrong)}]
        elif 'copied' in made:
            was = base[PERIODS[PERIODS.index(period) - 1]][place][section][made['copied']]
            out['patch'] = [{'section': section, 'field': made['copied'], 'set': was}]
        else:
            out['patch'] = made['patch']
        places = []
        for at in made['place']:
            if at not in places:
                places.append(at)
        out['place'] = places
    else:
        field = made['field']
        out['patch'] = [{'section': section, 'field': field, 'set': data[field] + made['sentence']}]
        out['sentence'] = made['sentence']
    out |= {'why': made['why'], 'facts': made['facts']}
    return out


def plain(value):
    return value if isinstance(value, (int, bool, str, type(None))) else str(value)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding='utf-8')


def main():
    base = B.build(SEED)
    taken, shut, contexts = allot(base)
    worst = lay(base, taken, shut, contexts)
    print(f'{len(taken)} sections touched; two texts are alike by {worst:.2f} at most')
    for period in PERIODS:
        lines = [json.dumps({'id': UNITS[i][0], 'name': UNITS[i][1], 'parent': 'xian', 'sections': base[period][i]}, ensure_ascii=False)
                 for i in range(len(UNITS))]
        write(HERE / 'base' / f'{period}.json', '[\n' + ',\n'.join(lines) + '\n]\n')
    write(HERE / 'declarations.json', json.dumps(B.declarations(), ensure_ascii=False, indent=1) + '\n')
    where = {i: (cell, made) for cell, (i, made) in taken.items()}
    rng = random.Random(f'{SEED} halves')
    out = {half: {'errors': [], 'legitimate': []} for half in ('seen', 'held-back')}
    for error, items, name in ((True, MISTAKES, 'errors'), (False, SENTENCES, 'legitimate')):
        start = 0 if error else len(MISTAKES)
        kinds = {}
        for j, one in enumerate(items):
            kinds.setdefault(one['kind'], []).append(start + j)
        single = [one for one in kinds.values() if len(one) == 1]
        first = {one[0] for one in rng.sample(single, len(single) // 2)}
        for kind, both in kinds.items():
            turn = rng.random() < .5
            for number, i in enumerate(both, 1):
                cell, made = where[i]
                one = items[i - start]
                half = ('seen' if i in first else 'held-back') if len(both) == 1 else ('seen' if (number == 1) == turn else 'held-back')
                out[half][name].append(finish(error, made, one, cell, base, number))
    for half, files in out.items():
        for name, entries in files.items():
            write(HERE / half / f'{name}.json', json.dumps(entries, ensure_ascii=False, indent=1, default=plain) + '\n')


main()
