"""The errors, each a function of what its unit filed; None where the unit does not lend itself to it."""
import datetime
from decimal import Decimal

from base import COUNTS, field_of, quarter
from words import UNITS

MISTAKES = []


def mistake(kind, section, side=None, periods=('2025Q4', '2026Q1')):
    """`side`: only for who keeps ledgers, or only for who gives numbers."""
    def add(function):
        MISTAKES.append(dict(kind=kind, section=section, side=side, periods=periods, function=function))
        return function
    return add


def figure(E, field, value, why, facts, places=()):
    return dict(patch=[E.at(field, set=value)], place=[E.at(field)] + [E.at(one) for one in places], why=why, facts=facts,
                figures=True)


def cell(E, ledger, row, column, value, why, facts, places=()):
    at = E.at(ledger, row=row, column=column)
    return dict(patch=[at | {'set': value}], place=[at, E.at(ledger, row=row), E.at(ledger)] + list(places), why=why, facts=facts,
                figures=True)


def said(E, right, wrong, says, claim, x, true, why, counts=(), field='practice', places=()):
    assert right != wrong and says in wrong and says not in right, (right, wrong, says)
    fact = {'instead_of': right, 'says': says}
    if claim:
        fact |= {'claim': claim, 'x': x, 'right': true}
    return dict(text={field: right}, swap=(field, right, wrong), why=why, facts=[fact], counts=counts,
                place=[E.at(field)] + [one for count in counts for one in E.count(count)] + list(places))


def swapped(text):
    """Two neighbouring digits of a number change places, the last that differ; never to lead with 0."""
    text = str(text)
    for i in range(len(text) - 2, -1, -1):
        a, b = text[i], text[i + 1]
        if a.isdigit() and b.isdigit() and a != b and not (i == 0 and b == '0'):
            return text[:i] + b + a + text[i + 2:]
    return None


def first_swapped(text):
    text = str(text)
    for i in range(len(text) - 1):
        a, b = text[i], text[i + 1]
        if a.isdigit() and b.isdigit() and a != b and b != '0':
            return text[:i] + b + a + text[i + 2:]
    return None


def as_field(value, like):
    return str(value) if isinstance(like, str) else int(value)


# Figures

@mistake('digit-too-many', 'fire', periods=('2026Q1',))
def _(E):
    v = E.n['leaflets']
    return figure(E, 'leaflets_total', int(f'{v}{v % 10}'), '末位多敲一遍，是历次的十倍',
                  [{'rule': 'n.leaflets < 4 * w.leaflets'}, {'rule': 'n.leaflets < 4 * first.leaflets'}])


@mistake('digit-too-many', 'culture', periods=('2026Q1',))
def _(E):
    t = str(E.n['online'])
    return figure(E, 'online_total', int(t[:2] + t[1:]), '中间一位敲了两遍，比历次多一位数',
                  [{'rule': 'n.online < 4 * w.online'}, {'rule': 'n.online < 4 * first.online'}])


@mistake('digit-missing', 'archive', periods=('2026Q1',))
def _(E):
    t = str(E.n['guides'])
    return figure(E, 'guides_total', int(t[:-1]), '漏敲末位，只有历次的十分之一',
                  [{'rule': 'n.guides * 4 > w.guides'}, {'rule': 'n.guides * 4 > first.guides'}])


@mistake('digit-missing', 'labor', periods=('2026Q1',))
def _(E):
    t = str(E.n['recovered'])
    if len(t) != 6 or t[2] == '0' or int(t[0] + t[2:]) * 6 > min(E.w['recovered'], E.first['recovered']):
        return None
    return figure(E, 'recovered_total', int(t[0] + t[2:]), '漏敲第二位，比历次少一位数',
                  [{'rule': 'n.recovered * 4 > w.recovered'}, {'rule': 'n.recovered * 4 > first.recovered'}])


@mistake('yuan-for-wan', 'culture', periods=('2026Q1',))
def _(E):
    return figure(E, 'fund_total', str(E.n['fund'] * 10000), '该填万元，填成了元',
                  [{'rule': 'n.fund < 4 * w.fund'}, {'rule': 'n.fund < 4 * first.fund'}])


@mistake('yuan-for-wan', 'archive', periods=('2026Q1',))
def _(E):
    return figure(E, 'fund_total', str(E.n['fund'] * 10000), '该填万元，按元填报',
                  [{'rule': 'n.fund < 4 * w.fund'}, {'rule': 'n.fund < 4 * first.fund'}])


def total_swapped(E, whole, parts):
    v = swapped(E.n[whole])
    if v is None:
        return None
    return figure(E, field_of(E.section, whole), int(v), '合计两位数字敲反，与各项之和对不上',
                  [{'rule': f'n.{whole} == ' + ' + '.join('n.' + one for one in parts)}], [field_of(E.section, one) for one in parts])


@mistake('total-swapped', 'labor')
def _(E):
    return total_swapped(E, 'insured', COUNTS['labor']['insured']['parts'])


@mistake('total-swapped', 'archive')
def _(E):
    return total_swapped(E, 'holdings', COUNTS['archive']['holdings']['parts'])


def part_wrong(E, whole, part):
    t = str(E.n[part])
    v = int(t[:-2] + str((int(t[-2]) + 3) % 10) + t[-1])
    if t.startswith('0') or not 0.6 < v / E.n[part] < 1.6 or v == E.w[part]:
        return None
    parts = COUNTS[E.section][whole]['parts']
    return figure(E, field_of(E.section, part), v, '分项敲错一位，各项相加不等于合计',
                  [{'rule': f'n.{whole} == ' + ' + '.join('n.' + one for one in parts)}],
                  [field_of(E.section, one) for one in [whole] + parts if one != part])


@mistake('part-wrong', 'fire')
def _(E):
    return part_wrong(E, 'gear', 'gear_shop')


@mistake('part-wrong', 'water')
def _(E):
    return part_wrong(E, 'users', 'users_shop')


@mistake('part-over-whole', 'fire')
def _(E):
    v = E.n['hydrants'] + 4
    return figure(E, 'hydrants_ok_total', v, '完好的比总数还多', [{'rule': 'n.hydrants_ok <= n.hydrants'}],
                  ['hydrants_total', 'hydrant_given'])


@mistake('part-over-whole', 'labor')
def _(E):
    v = E.n['subsidy_due'] + Decimal('1.35')
    return figure(E, 'subsidy_total', str(v), '发放的比应发的还多', [{'rule': 'n.subsidy <= n.subsidy_due'}], ['subsidy_due_total'])


def rate_given(E, rate, num, den):
    field = field_of(E.section, rate)
    t = E.data[field]
    if t[0] == t[1] or t[1] == '0' or abs(Decimal(t) - Decimal(t[1] + t[0] + t[2:])) < 9:
        return None
    return figure(E, field, t[1] + t[0] + t[2:], '比率两位数字敲反，与所除的两数对不上',
                  [{'rule': f'field("{field}") == rate(n.{num}, n.{den})'}],
                  [one['field'] for key in (num, den) for one in E.count(key)])


@mistake('rate-given', 'water')
def _(E):
    return rate_given(E, 'paid_rate', 'paid', 'due')


@mistake('rate-given', 'archive')
def _(E):
    return rate_given(E, 'sound_rate', 'sound', 'sampled')


def not_added(E, year, count):
    before = E.y(count) - E.n[count]
    return figure(E, year, as_field(before, E.data[year]), '累计数照抄上季度，没有加上本季度',
                  [{'rule': f'n.{year} == y("{count}")'}], [one['field'] for one in E.count(count)])


@mistake('year-not-added', 'water', periods=('2025Q4',))
def _(E):
    return not_added(E, 'supplied_year', 'supplied')


@mistake('year-not-added', 'labor', periods=('2025Q4',))
def _(E):
    return not_added(E, 'jobs_year', 'jobs')


def carried(E, year, count):
    total = E.w[year] + E.n[count]
    return figure(E, year, as_field(total, E.data[year]), '新一年的累计数仍从去年接着加',
                  [{'rule': f'n.{year} == y("{count}")'}], [one['field'] for one in E.count(count)])


@mistake('year-carried', 'fire', periods=('2026Q1',))
def _(E):
    return carried(E, 'calls_year', 'calls')


@mistake('year-carried', 'archive', periods=('2026Q1',))
def _(E):
    return carried(E, 'pages_year', 'pages')


def unchanged(E, counts):
    fields = [field_of(E.section, one) for one in counts]
    return dict(patch=[E.at(field, set=E.was[field]) for field in fields], place=[E.at(field) for field in fields],
                why='几项数字与上季度一模一样，照抄未更新', figures=True,
                facts=[{'rule': f'n.{one} != w.{one}'} for one in counts])


@mistake('figures-unchanged', 'water')
def _(E):
    return unchanged(E, ['due', 'paid', 'paid_rate']) if E.n['paid_rate'] != E.w['paid_rate'] else None


@mistake('figures-unchanged', 'labor')
def _(E):
    return unchanged(E, ['trained', 'certified', 'cert_rate']) if E.n['cert_rate'] != E.w['cert_rate'] else None


@mistake('left-out', 'archive', periods=('2026Q1',))
def _(E):
    return figure(E, 'dust_total', None, '历次都报，这次漏填', [{'rule': 'given("dust_total")'}])


@mistake('left-out', 'fire', periods=('2026Q1',))
def _(E):
    return figure(E, 'wires_total', None, '每季度都有的数，本季度空着', [{'rule': 'given("wires_total")'}])


@mistake('too-many-days', 'culture')
def _(E):
    v = E.n['open_days'] % 10 + 90
    return figure(E, 'open_days_total', v, '一个季度没有这么多天', [{'rule': 'n.open_days <= days'}]) if v > 92 else None


@mistake('too-many-days', 'archive', periods=('2026Q1',))
def _(E):
    v = E.n['open_days'] % 10 + 110
    return figure(E, 'open_days_total', v, '开放的天数比一个季度还长', [{'rule': 'n.open_days <= days'}])


@mistake('people-without-events', 'fire', side='numbers')
def _(E):
    return figure(E, 'drills_total', 0, '没有演练，却有人参演', [{'rule': 'n.drills > 0 or n.drill_people == 0'}], ['drill_people_total'])


@mistake('people-without-events', 'labor', side='numbers')
def _(E):
    return figure(E, 'fairs_total', 0, '一场招聘会没开，却有企业参会、提供岗位', [{'rule': 'n.fairs > 0 or n.posts == 0'}],
                  ['posts_total', 'firms_total', 'intents_total'])


# Ledgers

@mistake('end-before-begin', 'culture', side='ledger')
def _(E):
    for i, row in enumerate(E.data['classes']):
        finish = datetime.date.fromisoformat(row['finish'])
        early = finish.replace(day=min(finish.day, 28), month=finish.month - 1) if finish.month > 1 else None
        if early and early >= quarter(E.period)[0]:
            return cell(E, 'classes', i + 1, 'finish', early.isoformat(), '结班在开班之前，月份写错',
                        [{'rule': f'rows("classes")[{i}].finish >= rows("classes")[{i}].start'}],
                        [E.at('classes', row=i + 1, column='start')])


@mistake('end-before-begin', 'archive', side='ledger')
def _(E):
    for i, row in list(enumerate(E.data['scans']))[1:]:
        if row['start'] < row['finish']:
            one = cell(E, 'scans', i + 1, 'finish', row['start'], '开始与完成的日期填颠倒了',
                       [{'rule': f'rows("scans")[{i}].finish >= rows("scans")[{i}].start'}],
                       [E.at('scans', row=i + 1, column='start')])
            one['patch'].append(E.at('scans', row=i + 1, column='start', set=row['finish']))
            return one


def before_received(E, ledger, done, why):
    first = quarter(E.period)[0]
    for i, row in list(enumerate(E.data[ledger]))[2:]:
        received = datetime.date.fromisoformat(row['received'])
        early = received - datetime.timedelta(9)
        if done in row and early >= first and not any(r.get('repair') == row['number'] for r in E.data.get('revisits', [])):
            return cell(E, ledger, i + 1, done, early.isoformat(), why,
                        [{'rule': f'rows("{ledger}")[{i}].{done} >= rows("{ledger}")[{i}].received'}],
                        [E.at(ledger, row=i + 1, column='received')])


@mistake('fixed-before-received', 'water', side='ledger')
def _(E):
    return before_received(E, 'repairs', 'fixed_on', '修复在报修之前')


@mistake('fixed-before-received', 'labor', side='ledger')
def _(E):
    return before_received(E, 'disputes', 'closed_on', '办结早于受理')


def doubled(E, ledger, i, row, why, sums):
    last = len(E.data[ledger]) + 1
    keys = [key for key in row if key != 'number']
    return dict(patch=[E.at(ledger, add=row)], figures=True, why=why,
                place=[E.at(ledger, row=last), E.at(ledger, row=i + 1), E.at(ledger)] + [one for key in sums for one in E.count(key)],
                facts=[{'rule': f'no_two_alike("{ledger}", {keys})'}])


@mistake('doubled-row', 'culture', side='ledger')
def _(E):
    i = len(E.data['shows']) - 1
    return doubled(E, 'shows', i, dict(E.data['shows'][i]), '同一场演出登记了两遍', ['shows', 'audience'])


@mistake('doubled-row', 'water', side='ledger')
def _(E):
    i = len(E.data['tests']) - 2
    row = dict(E.data['tests'][i])
    row['number'] = row['number'][:-3] + f'{len(E.data["tests"]) + 1:03}'
    if 'passed' in row and row['passed'] == row['samples'] and E.n['samples'] - E.n['passed'] < 3:
        return None
    return doubled(E, 'tests', i, row, '同一天同一采样点同样的数，换个编号又登记一遍', ['samples', 'passed', 'pass_rate'])


def number_twice(E, ledger, i, why):
    rows = E.data[ledger]
    return cell(E, ledger, i + 1, 'number', rows[i - 1]['number'], why,
                [{'rule': f'no_two_alike("{ledger}", ["number"])'}],
                [E.at(ledger, row=i, column='number'), E.at(ledger, row=i)])


@mistake('number-twice', 'fire', side='ledger')
def _(E):
    used = {row['inspection'] for row in E.data['rechecks']}
    for i, row in list(enumerate(E.data['inspections']))[4:]:
        if row['number'] not in used and E.data['inspections'][i - 1]['number'] not in used:
            return number_twice(E, 'inspections', i, '两次检查编了同一个号')


@mistake('number-twice', 'archive', side='ledger')
def _(E):
    return number_twice(E, 'intakes', 3, '后一批沿用了前一批的编号')


@mistake('row-out-of-quarter', 'fire', side='ledger', periods=('2026Q1',))
def _(E):
    used = {row['inspection'] for row in E.data['rechecks']}
    for i, row in list(enumerate(E.data['inspections']))[2:]:
        if row['number'] not in used and row['hazards'] == 0 and row['date'] != '2026-02-29':
            return cell(E, 'inspections', i + 1, 'date', '2025' + row['date'][4:], '新年里仍写了旧年份，不在本季度',
                        [{'rule': f'in_quarter(rows("inspections")[{i}].date)'}], E.count('inspections'))


@mistake('row-out-of-quarter', 'archive', side='ledger', periods=('2025Q4',))
def _(E):
    rows = E.data['lookups']
    for i, row in list(enumerate(rows))[3:]:
        if row['date'][5:7] == '11' and int(row['date'][8:]) <= 30:
            return cell(E, 'lookups', i + 1, 'date', row['date'][:5] + '07' + row['date'][7:], '月份写错，不在本季度',
                        [{'rule': f'in_quarter(rows("lookups")[{i}].date)'}],
                        [one for key in ('lookups', 'volumes', 'copies') for one in E.count(key)])


def refers(E, ledger, column, target):
    i = 1
    if len(E.data[ledger]) < 3:
        return None
    v = E.data[ledger][i][column]
    v = v[:-3] + '0' + str(int(v[-2:]) + 60)
    return cell(E, ledger, i + 1, column, v, '所说的编号，台账里没有',
                [{'rule': f'rows("{ledger}")[{i}].{column} in [r.number for r in rows("{target}")]'}])


@mistake('refers-to-none', 'water', side='ledger')
def _(E):
    return refers(E, 'revisits', 'repair', 'repairs')


@mistake('refers-to-none', 'fire', side='ledger')
def _(E):
    return refers(E, 'rechecks', 'inspection', 'inspections')


def too_early(E, ledger, column, target, day, why):
    rows = {row['number']: (j, row) for j, row in enumerate(E.data[target])}
    for i, row in list(enumerate(E.data[ledger]))[1:]:
        j, other = rows[row[column]]
        early = datetime.date.fromisoformat(other[day]) - datetime.timedelta(6)
        if early >= quarter(E.period)[0]:
            return cell(E, ledger, i + 1, 'date', early.isoformat(), why,
                        [{'rule': f'rows("{ledger}")[{i}].date >= rows("{target}")[{j}].{day}'}],
                        [E.at(target, row=j + 1), E.at(target, row=j + 1, column=day)])


@mistake('follow-up-before', 'fire', side='ledger')
def _(E):
    return too_early(E, 'rechecks', 'inspection', 'inspections', 'date', '还没检查，已经复查')


@mistake('follow-up-before', 'water', side='ledger')
def _(E):
    return too_early(E, 'revisits', 'repair', 'repairs', 'received', '还没报修，已经回访')


@mistake('row-part-over', 'water', side='ledger')
def _(E):
    for i, row in enumerate(E.data['tests']):
        if i and row['passed'] < row['samples']:
            return cell(E, 'tests', i + 1, 'passed', row['samples'] + 2, '这一行合格的比采的还多',
                        [{'rule': f'rows("tests")[{i}].passed <= rows("tests")[{i}].samples'}],
                        [E.at('tests', row=i + 1, column='samples')] + E.count('passed') + E.count('pass_rate'))


@mistake('row-part-over', 'culture', side='ledger')
def _(E):
    for i, row in enumerate(E.data['classes']):
        if i and row['graduated'] < row['people']:
            v = row['people'] + 3
            return cell(E, 'classes', i + 1, 'graduated', v, '这一期结业的比学员还多',
                        [{'rule': f'rows("classes")[{i}].graduated <= rows("classes")[{i}].people'}],
                        [E.at('classes', row=i + 1, column='people')] + E.count('graduates') + E.count('grad_rate'))


@mistake('row-digit', 'labor', side='ledger', periods=('2026Q1',))
def _(E):
    rows = E.data['fairs']
    i = max(range(len(rows)), key=lambda j: rows[j]['posts'])
    v = int(f'{rows[i]["posts"]}{rows[i]["posts"] % 10}')
    return cell(E, 'fairs', i + 1, 'posts', v, '一场的岗位数多敲一位，是其他各场的十倍',
                [{'rule': f'rows("fairs")[{i}].posts < 4 * max(r.posts for j, r in enumerate(rows("fairs")) if j != {i})'}],
                E.count('posts'))


@mistake('row-digit', 'water', side='ledger', periods=('2026Q1',))
def _(E):
    rows = E.data['repairs']
    i = max(range(len(rows)), key=lambda j: rows[j]['households'])
    v = rows[i]['households'] * 100
    if v < E.n['users'] * 1.3:
        return None
    return cell(E, 'repairs', i + 1, 'households', v, '一处故障影响的户数，比全部供水用户还多',
                [{'rule': f'rows("repairs")[{i}].households <= n.users'}], E.count('affected') + [E.at('users_total')])


def beside(E, count, ledger):
    v = E.n[count] + 4
    return figure(E, field_of(E.section, count), v, '台账的行数与另报的数字对不上', [{'rule': f'field_or("{count}_total", n.{count}) == n.{count}'}],
                  [ledger])


@mistake('ledger-vs-number', 'water', side='ledger')
def _(E):
    return beside(E, 'repairs', 'repairs')


@mistake('ledger-vs-number', 'archive', side='ledger')
def _(E):
    return beside(E, 'intakes', 'intakes')


# Numbers in texts

def other_digit(v, at=-2):
    """One digit is another: not by what about may mean."""
    t = str(v)
    if len(t.replace('.', '')) < 2:
        return None
    d = int(t[at])
    return t[:at] + str(d + 2 if d < 7 else d - 2) + (t[at + 1:] if at != -1 else '')


@mistake('number-mismatch', 'water')
def _(E):
    v = E.n['meters']
    x = other_digit(v)
    tail = f'只，旧表统一回收，{E.v(0)}的表井也一并垫高'
    return said(E, f'更换水表{v}{tail}。', f'更换水表{x}{tail}。', f'更换水表{x}只', 'n.meters', int(x), v, '与所填的更换水表数不符', ['meters'])


@mistake('number-mismatch', 'labor')
def _(E):
    v = E.n['advice']
    x = other_digit(v, -3 if v > 299 else -2)
    if not x or x[0] == '0':
        return None
    return said(E, f'{E.v(1)}等地老乡问得勤，服务台共受理政策咨询{v}人次。', f'{E.v(1)}等地老乡问得勤，服务台共受理政策咨询{x}人次。', f'{x}人次', 'n.advice',
                int(x), v, '与所填的政策咨询人次不符', ['advice'])


@mistake('swapped-in-text', 'culture')
def _(E):
    v = E.n['borrowed']
    x = first_swapped(v)
    if not x:
        return None
    return said(E, f'书屋灯亮到晚，图书借阅达{v}册次。', f'书屋灯亮到晚，图书借阅达{x}册次。', f'{x}册次', 'n.borrowed', int(x), v, '两位数字敲反', ['borrowed'])


@mistake('swapped-in-text', 'fire')
def _(E):
    v = E.n['alarms']
    x = swapped(v)
    if not x or abs(int(x) - v) < 9:
        return None
    return said(E, f'为独居老人家中安装烟感{v}只，夜里起烟能及时叫醒人。', f'为独居老人家中安装烟感{x}只，夜里起烟能及时叫醒人。', f'{x}只', 'n.alarms', int(x), v,
                '两位数字敲反', ['alarms'])


@mistake('last-quarter-number', 'archive')
def _(E):
    v, x = E.n['dust'], E.w['dust']
    return said(E, f'趁晴好天气开窗通风，除尘档案{v}卷。', f'趁晴好天气开窗通风，除尘档案{x}卷。', f'除尘档案{x}卷', 'n.dust', x, v, '沿用上季度的数，没有改', ['dust'])


@mistake('last-quarter-number', 'water')
def _(E):
    v, x = E.n['pipe'], E.w['pipe']
    return said(E, f'管水员翻山越岭，本季度共巡查管线{v}公里。', f'管水员翻山越岭，本季度共巡查管线{x}公里。', f'{x}公里', 'n.pipe', str(x), str(v),
                '沿用上季度的里程', ['pipe'])


@mistake('wan-yuan-in-text', 'labor')
def _(E):
    v = E.n['loans']
    return said(E, f'协调银行上门办件，发放创业贷款{v}万元。', f'协调银行上门办件，发放创业贷款{v}元。', f'创业贷款{v}元', 'n.loans * 10000', str(v), str(v * 10000),
                '万元写成了元', ['loans'])


@mistake('wan-yuan-in-text', 'water')
def _(E):
    v = E.n['cost']
    return said(E, f'材料集中采购，维修支出{v}元，票据按月公示。', f'材料集中采购，维修支出{v}万元，票据按月公示。', f'{v}万元', 'n.cost', v * 10000, v, '元写成了万元', ['cost'])


@mistake('direction', 'fire')
def _(E):
    if E.n['inspections'] - E.w['inspections'] < 2:
        return None
    return said(E, '与上季度相比，消防检查家次有所增加，老街也走到了。', '与上季度相比，消防检查家次有所减少，老街也走到了。', '有所减少', 'direction(n.inspections, w.inspections)',
                '减少', '增加', '比上季度多，说成少', ['inspections'])


@mistake('direction', 'culture')
def _(E):
    if (E.w['borrowed'] - E.n['borrowed']) / E.w['borrowed'] < .04:
        return None
    return said(E, '受书屋调整时段影响，图书借阅比上季度有所下降。', '得益于书屋调整时段，图书借阅比上季度有所上升。', '有所上升', 'direction(n.borrowed, w.borrowed)',
                '增加', '减少', '比上季度少，说成上升', ['borrowed'])


@mistake('year-ago-direction', 'labor', periods=('2026Q1',))
def _(E):
    if (E.n['jobs'] - E.a['jobs']) / E.a['jobs'] < .04:
        return None
    return said(E, '招工走得早，新增就业人数多于去年同期。', '招工走得早，新增就业人数少于去年同期。', '少于去年同期', 'direction(n.jobs, a.jobs)', '减少', '增加',
                '比去年同期多，说成少', ['jobs'])


@mistake('year-ago-direction', 'archive', periods=('2026Q1',))
def _(E):
    if (E.a['copies'] - E.n['copies']) / E.a['copies'] < .04:
        return None
    return said(E, '不少材料改发电子件，复印材料同比减少。', '来办证明的人不断，复印材料同比增加。', '同比增加', 'direction(n.copies, a.copies)', '增加', '减少',
                '比去年同期少，说成增加', ['copies'])


@mistake('change-size', 'labor')
def _(E):
    d = E.n['trained'] - E.w['trained']
    if d < 12 or d % 10 == 0 or d % 11 == 0 or d > 99:
        return None
    x = d % 10 * 10 + d // 10
    return said(E, f'夜校课时排得满，技能培训比上季度多{d}人次。', f'夜校课时排得满，技能培训比上季度多{x}人次。', f'多{x}人次', 'n.trained - w.trained', x, d,
                '多出的人次算错', ['trained'])


@mistake('change-size', 'archive')
def _(E):
    d = E.w['dust'] - E.n['dust']
    if d < 13:
        return None
    x = d + 20
    return said(E, f'雨天偏多，除尘档案较上季度减少{d}卷。', f'雨天偏多，除尘档案较上季度减少{x}卷。', f'减少{x}卷', 'w.dust - n.dust', x, d, '减少的卷数算错', ['dust'])


@mistake('change-percent', 'culture')
def _(E):
    n, w = E.n['visitors'], E.w['visitors']
    p = E.percent(n - w, w)
    if p < 3:
        return None
    x = p + 10
    return said(E, f'阅览区添了座位，到馆读者环比增长{p}%。', f'阅览区添了座位，到馆读者环比增长{x}%。', f'{x}%', 'rate(n.visitors - w.visitors, w.visitors)', str(x), str(p),
                '增幅算错', ['visitors'])


@mistake('change-percent', 'water')
def _(E):
    n, w = E.n['supplied'], E.w['supplied']
    p = E.percent(w - n, w)
    if p < 4:
        return None
    x = p * 3
    return said(E, f'管网降压运行，供水量比上季度下降{p}%。', f'管网降压运行，供水量比上季度下降{x}%。', f'{x}%', 'rate(w.supplied - n.supplied, w.supplied)', str(x), str(p),
                '降幅算错', ['supplied'])


@mistake('rate-in-text', 'fire')
def _(E):
    n, c = E.n['hazards'], E.n['corrected']
    p = E.percent(c, n)
    x = p + Decimal('6.3') if p < 93 else p - Decimal('6.3')
    return said(E, f'查出火灾隐患{n}处，整改{c}处，隐患整改率为{p}%。', f'查出火灾隐患{n}处，整改{c}处，隐患整改率为{x}%。', f'{x}%', 'rate(n.corrected, n.hazards)', str(x), str(p),
                '整改率与两数不符', ['corrected_rate', 'corrected', 'hazards'])


@mistake('rate-in-text', 'archive')
def _(E):
    n, c = E.n['sampled'], E.n['sound']
    p = E.percent(c, n)
    x = p - 5
    return said(E, f'入库前抽查案卷{n}卷，{c}卷完好，占{p}%。', f'入库前抽查案卷{n}卷，{c}卷完好，占{x}%。', f'占{x}%', 'rate(n.sound, n.sampled)', str(x), str(p),
                '占比与两数不符', ['sound_rate', 'sound', 'sampled'])


@mistake('share-in-text', 'labor')
def _(E):
    n, c = E.n['jobs'], E.n['jobs_local']
    p = E.percent(c, n)
    x = p + 9
    return said(E, f'在家门口上班的多起来，本地就业占新增就业的{p}%。', f'在家门口上班的多起来，本地就业占新增就业的{x}%。', f'{x}%', 'rate(n.jobs_local, n.jobs)', str(x), str(p),
                '占比算错', ['jobs_local', 'jobs'])


@mistake('share-in-text', 'culture')
def _(E):
    n, c = E.n['visitors'], E.n['v_child']
    p = 100 * c / n
    tenth = round(p / 10)
    if abs(p - 10 * tenth) > 1.6:
        return None
    words = '零一二三四五六七八九十'
    return said(E, f'到馆读者里，少儿读者约占{words[tenth]}成，周末尤其热闹。', f'到馆读者里，少儿读者约占{words[tenth + 3]}成，周末尤其热闹。', f'{words[tenth + 3]}成',
                'tenths(n.v_child, n.visitors)', tenth + 3, tenth, '占比差得远', ['v_child', 'visitors'])


@mistake('parts-in-text', 'fire')
def _(E):
    a, b, c, n = (E.n[key] for key in ('calls_house', 'calls_wild', 'calls_rescue', 'calls'))
    x = c + 3
    return said(E, f'本季度出警{n}起，其中建筑火警{a}起、野外火警{b}起、抢险救援{c}起。', f'本季度出警{n}起，其中建筑火警{a}起、野外火警{b}起、抢险救援{x}起。', f'抢险救援{x}起',
                'n.calls_rescue', x, c, '三项相加不等于总数', ['calls_rescue', 'calls'])


@mistake('parts-in-text', 'water')
def _(E):
    a, b, c, n = (E.n[key] for key in ('supplied_home', 'supplied_work', 'supplied_public', 'supplied'))
    x = a + 2
    return said(E, f'供水量{n}万吨，生活用水、生产用水、公共用水分别为{a}万吨、{b}万吨、{c}万吨。',
                f'供水量{n}万吨，生活用水、生产用水、公共用水分别为{x}万吨、{b}万吨、{c}万吨。', f'分别为{x}万吨', 'n.supplied_home', str(x), str(a),
                '三项相加不等于总量', ['supplied_home', 'supplied'])


@mistake('average', 'culture')
def _(E):
    n, s = E.n['audience'], E.n['shows']
    p = round(n / s)
    x = p + 40
    return said(E, f'送戏进村{s}场，台下观众{n}人次，场均约{p}人次。', f'送戏进村{s}场，台下观众{n}人次，场均约{x}人次。', f'场均约{x}人次', 'round(n.audience / n.shows)', x, p,
                '场均算错', ['audience', 'shows'])


@mistake('average', 'fire')
def _(E):
    n, s = E.n['drill_people'], E.n['drills']
    if n % s:
        p = round(n / s)
    else:
        p = n // s
    x = p - 15
    return said(E, f'村民踊跃参加消防演练，平均每场{p}人左右。', f'村民踊跃参加消防演练，平均每场{x}人左右。', f'平均每场{x}人', 'round(n.drill_people / n.drills)', x, p,
                '每场平均算错', ['drill_people', 'drills'])


@mistake('superlative', 'archive', periods=('2025Q4',))
def _(E):
    if E.n['copies'] < max(E.each('copies')[:-1]) + 5:
        return None
    return said(E, '来查材料的一批接一批，复印材料为今年各季度最多。', '来查材料的稀稀落落，复印材料为今年各季度最少。', '最少', 'extreme("copies")', '最少', '最多',
                '今年最多，说成最少', ['copies'])


@mistake('superlative', 'labor', periods=('2025Q4',))
def _(E):
    if E.n['advice'] > min(E.each('advice')[:-1]) - 5:
        return None
    return said(E, '宣传册发下去后，上门问政策的少了，政策咨询为今年以来最低的一个季度。', '宣传册发下去后，上门问政策的多了，政策咨询为今年以来最高的一个季度。', '最高',
                'extreme("advice")', '最高', '最低', '今年最低，说成最高', ['advice'])


@mistake('rank', 'culture')
def _(E):
    if not E.n['books_lit'] > E.n['books_child'] + 300 > E.n['books_sci'] + 600:
        return None
    return said(E, '馆藏图书中以文学类图书居首，农技书还要添。', '馆藏图书中以少儿类图书居首，农技书还要添。', '少儿类图书居首', 'top("books_lit", "books_sci", "books_child")',
                'books_child', 'books_lit', '文学类才是头一位', ['books_lit', 'books_child'])


@mistake('rank', 'fire')
def _(E):
    a, b, c = (E.n[key] for key in ('calls_house', 'calls_wild', 'calls_rescue'))
    if not c - 2 > b > a + 2:
        return None
    return said(E, '三类出警由多到少依次为抢险救援、野外火警、建筑火警。', '三类出警由多到少依次为建筑火警、野外火警、抢险救援。', '依次为建筑火警',
                'top("calls_house", "calls_wild", "calls_rescue")', 'calls_house', 'calls_rescue', '次序颠倒', ['calls_house', 'calls_wild', 'calls_rescue'])


@mistake('from-to', 'water')
def _(E):
    n, w = E.n['samples'], E.w['samples']
    x = w + 7 if w + 7 < n - 1 else w - 7
    if n - w < 5:
        return None
    return said(E, f'采样点加密后，水样检测由上季度的{w}份增加到{n}份。', f'采样点加密后，水样检测由上季度的{x}份增加到{n}份。', f'{x}份', 'w.samples', x, w, '上季度不是这个数', ['samples'])


@mistake('from-to', 'archive')
def _(E):
    n, w = E.n['guides'], E.w['guides']
    x = swapped(w)
    if not x or w - n < 60 or int(x) <= n or abs(int(x) - w) < 15:
        return None
    return said(E, f'人手抽去整库，编写目录从上季度的{w}条降至{n}条。', f'人手抽去整库，编写目录从上季度的{x}条降至{n}条。', f'{x}条', 'w.guides', int(x), w, '上季度不是这个数', ['guides'])


@mistake('two-texts', 'culture')
def _(E):
    n = E.n['films']
    x = n + 6
    one = said(E, f'{n}场电影放映靠两名老放映员撑着，青年接班人还没着落。', f'{x}场电影放映靠两名老放映员撑着，青年接班人还没着落。', f'{x}场', 'n.films', x, n,
               '两处所说场次不一', ['films'], field='problem', places=[E.at('practice')])
    one['text']['practice'] = f'流动车开进村里，电影放映{n}场。'
    return one


@mistake('two-texts', 'labor')
def _(E):
    n = E.n['disputes']
    x = n + 5
    one = said(E, f'所受理的{n}件劳动纠纷里，口头约定工钱的占了不少。', f'所受理的{x}件劳动纠纷里，口头约定工钱的占了不少。', f'{x}件', 'n.disputes', x, n, '两处所说件数不一',
               ['disputes'], field='problem', places=[E.at('practice')])
    one['text']['practice'] = f'调解员随叫随到，受理劳动纠纷{n}件。'
    return one


@mistake('year-in-text', 'culture', periods=('2025Q4',))
def _(E):
    v = E.y('visitors')
    x = v - E.n['visitors']
    return said(E, f'今年以来到馆读者累计{v}人次，老座位磨得发亮。', f'今年以来到馆读者累计{x}人次，老座位磨得发亮。', f'{x}人次', 'y("visitors")', x, v, '累计数漏了本季度',
                ['visitors_year', 'visitors'])


@mistake('year-in-text', 'fire', periods=('2025Q4',))
def _(E):
    v = E.y('calls')
    x = other_digit(v)
    return said(E, f'专职队今年累计出警{v}起，车辆完好。', f'专职队今年累计出警{x}起，车辆完好。', f'出警{x}起', 'y("calls")', int(x), v, '全年累计不是这个数', ['calls_year', 'calls'])


# What is said of figures without a number

@mistake('none-found', 'fire')
def _(E):
    return said(E, '检查中发现的火灾隐患，逐条写进了整改单。', '检查中未发现火灾隐患，店主安全意识较强。', '未发现火灾隐患', 'n.hazards > 0', False, True, '数字里有隐患', ['hazards'])


@mistake('none-found', 'labor')
def _(E):
    return said(E, '本季度的劳动纠纷，由调解员上门听双方讲清。', '用工秩序平稳，本季度无劳动纠纷发生。', '无劳动纠纷', 'n.disputes > 0', False, True, '数字里有纠纷', ['disputes'])


@mistake('all-done', 'water')
def _(E):
    if not .5 < E.n['fixed'] / E.n['repairs'] < .95:
        return None
    return said(E, '班组轮流值夜，报修的管网故障大部分已修复。', '班组轮流值夜，报修的管网故障已全部修复。', '已全部修复', 'n.fixed == n.repairs', True, False, '还有没修好的', ['fixed', 'repairs'])


@mistake('all-done', 'fire')
def _(E):
    if E.n['hazards'] - E.n['corrected'] < 2:
        return None
    return said(E, '店主配合度高，查出的火灾隐患多数整改到位。', '店主配合度高，查出的火灾隐患均已整改到位。', '均已整改到位', 'n.corrected == n.hazards', True, False, '还有没整改的',
                ['corrected', 'hazards'])


@mistake('first-time', 'labor')
def _(E):
    return said(E, '本季度再次举办招聘会，把展台搬到村口。', '本季度首次举办招聘会，把展台搬到村口。', '首次举办招聘会', 'any(each("fairs")[:-1])', False, True, '以前各季度都办过', ['fairs'])


@mistake('first-time', 'archive')
def _(E):
    return said(E, '继续做档案数字化扫描，图像边扫边检。', '档案数字化扫描实现零的突破，图像边扫边检。', '零的突破', 'any(each("pages")[:-1])', False, True, '以前各季度都扫描过', ['scans', 'pages'])


# Words

@mistake('list-length', 'culture')
def _(E):
    tail = f'：一是请老艺人坐堂，二是让{E.v(0)}轮流办戏，三是把服装道具借出去。'
    return said(E, '推出三项办法' + tail, '推出四项办法' + tail, '四项办法', None, None, None, '说四项，只列了三项')


@mistake('list-length', 'archive')
def _(E):
    tail = '：目录核对到位、装具更换到位、签字手续到位、保密提醒到位。'
    return said(E, '移交做到“四个到位”' + tail, '移交做到“三个到位”' + tail, '三个到位', None, None, None, '说三个，列了四个')


@mistake('plan-past', 'water', periods=('2025Q4',))
def _(E):
    return said(E, f'力争明年2月底前完成{E.v(1)}加压泵站选址。', f'力争11月上旬完成{E.v(1)}加压泵站选址。', '11月上旬', None, None, None, '打算里的日子已经过去', field='plan')


@mistake('plan-past', 'archive', periods=('2026Q1',))
def _(E):
    return said(E, '计划5月底前把水利会旧屋腾作库房。', '计划2月底前把水利会旧屋腾作库房。', '2月底前', None, None, None, '打算里的日子已经过去', field='plan')


@mistake('day-out-of-quarter', 'fire', periods=('2025Q4',))
def _(E):
    return said(E, f'11月9日，会同派出所夜查{E.v(0)}仓储点。', f'8月9日，会同派出所夜查{E.v(0)}仓储点。', '8月9日', None, None, None, '所说的日子不在本季度')


@mistake('day-out-of-quarter', 'labor', periods=('2026Q1',))
def _(E):
    return said(E, f'3月12日，请职校老师到{E.v(0)}讲了电焊入门。', f'5月12日，请职校老师到{E.v(0)}讲了电焊入门。', '5月12日', None, None, None, '还没到的日子说成已经过去')


def other(E):
    return UNITS[(E.place + 11) % len(UNITS)][1]


@mistake('other-unit', 'archive')
def _(E):
    return said(E, f'{E.name}档案室的值守人员轮班看库，钥匙交接有登记。', f'{other(E)}档案室的值守人员轮班看库，钥匙交接有登记。', other(E), None, None, None, '写成了别的单位')


@mistake('other-unit', 'labor')
def _(E):
    return said(E, f'由{E.name}劳动保障窗口牵头，给外出务工者建了互助群。', f'由{other(E)}劳动保障窗口牵头，给外出务工者建了互助群。', other(E), None, None, None, '沿用别处的稿子，忘了改名')


def copied(E, field):
    return dict(patch=[E.at(field, set=lambda was: was[field])], place=[E.at(field)], why='与上季度一字不差', text={},
                facts=[{'rule': f'text("{field}") != before("{field}")'}], copied=field)


@mistake('copied-text', 'water')
def _(E):
    return copied(E, 'problem')


@mistake('copied-text', 'archive')
def _(E):
    return copied(E, 'practice')


@mistake('our-county', 'culture')
def _(E):
    return said(E, f'我{E.k}文艺骨干自编的小戏，唱进了田间地头。', '我县文艺骨干自编的小戏，唱进了田间地头。', '我县', None, None, None, '乡镇的材料自称我县')


@mistake('our-county', 'fire')
def _(E):
    return said(E, f'经{E.k}长办公会研究，我{E.k}出台了微型消防站值守办法。', f'经县长办公会研究，我县出台了微型消防站值守办法。', '县长办公会', None, None, None, '乡镇材料里的称谓是县级的')


@mistake('row-told', 'culture', side='ledger')
def _(E):
    return told(E, 'shows', 'audience', lambda day, row, v: f'{day}在{row["village"]}演出，到场观众{v}人次。', 'village')


@mistake('row-told', 'labor', side='ledger')
def _(E):
    return told(E, 'fairs', 'posts', lambda day, row, v: f'{day}在{row["place"]}举办的招聘会，提供岗位{v}个。', 'place')


def told(E, ledger, column, words, where):
    rows = E.data[ledger]
    i = max(range(len(rows)), key=lambda j: rows[j][column])
    row = rows[i]
    v = row[column]
    x = v + 30
    day = datetime.date.fromisoformat(row['date'])
    day = f'{day.month}月{day.day}日'
    return said(E, words(day, row, v), words(day, row, x), f'{x}', f'rows("{ledger}")[{i}].{column}', x, v, '与台账里那一行不符', (),
                places=[E.at(ledger, row=i + 1, column=column), E.at(ledger, row=i + 1), E.at(ledger)])
