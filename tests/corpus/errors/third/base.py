"""Declarations, figures and ledgers of the base, before any error."""
import datetime
import random
from decimal import Decimal, ROUND_HALF_UP

from words import PERIODS

LEDGER_PERIODS = PERIODS[2:]


def col(label, type='text', measure=None, required=False, refers=None):
    one = {'label': label, 'type': type}
    if required:
        one['required'] = True
    if measure:
        one['measure'] = measure
    if refers:
        one['refers'] = refers
    return one


def ledger(label, columns, unique=None):
    one = {'label': label, 'type': 'ledger'}
    if unique:
        one['unique'] = unique
    one['columns'] = columns
    return one


NUMBER = col('编号', required=True)

LEDGERS = {
    'water': {
        'repairs': ledger('抢修台账', {
            'number': NUMBER, 'received': col('报修日期', 'date', required=True), 'village': col('村', required=True),
            'kind': col('故障'), 'households': col('影响户数', 'integer', '户'), 'fixed_on': col('修复日期', 'date')}, ['number']),
        'tests': ledger('水质检测台账', {
            'number': NUMBER, 'date': col('采样日期', 'date', required=True), 'site': col('采样点', required=True),
            'samples': col('水样数', 'integer', '份'), 'passed': col('合格数', 'integer', '份')}, ['number']),
        'revisits': ledger('回访台账', {
            'repair': col('抢修编号', required=True, refers='repairs.number'), 'date': col('回访日期', 'date', required=True),
            'result': col('回访结果')}),
    },
    'culture': {
        'shows': ledger('演出台账', {
            'date': col('演出日期', 'date', required=True), 'village': col('地点', required=True), 'programme': col('节目'),
            'audience': col('观众', 'integer', '人次')}),
        'classes': ledger('培训班台账', {
            'number': NUMBER, 'start': col('开班日期', 'date', required=True), 'finish': col('结班日期', 'date'),
            'topic': col('内容'), 'people': col('学员', 'integer', '人次'), 'graduated': col('结业', 'integer', '人次')}, ['number']),
    },
    'fire': {
        'inspections': ledger('消防检查台账', {
            'number': NUMBER, 'date': col('检查日期', 'date', required=True), 'place': col('受检单位', required=True),
            'kind': col('类别'), 'hazards': col('发现隐患', 'integer', '处')}, ['number']),
        'rechecks': ledger('复查台账', {
            'inspection': col('检查编号', required=True, refers='inspections.number'), 'date': col('复查日期', 'date', required=True),
            'result': col('复查结果')}),
        'drills': ledger('演练台账', {
            'date': col('演练日期', 'date', required=True), 'place': col('地点', required=True), 'subject': col('科目'),
            'people': col('参演人数', 'integer', '人次')}),
    },
    'labor': {
        'fairs': ledger('招聘会台账', {
            'date': col('举办日期', 'date', required=True), 'place': col('地点', required=True),
            'firms': col('参会企业数', 'integer', '家次'), 'posts': col('岗位数', 'integer', '个'),
            'intents': col('意向人数', 'integer', '人')}),
        'disputes': ledger('劳动纠纷台账', {
            'number': NUMBER, 'received': col('受理日期', 'date', required=True), 'village': col('村', required=True),
            'matter': col('事由'), 'workers': col('涉及人数', 'integer', '人'), 'closed_on': col('办结日期', 'date')}, ['number']),
    },
    'archive': {
        'intakes': ledger('接收台账', {
            'number': NUMBER, 'date': col('接收日期', 'date', required=True), 'office': col('移交单位', required=True),
            'items': col('件数', 'integer', '件')}, ['number']),
        'lookups': ledger('查档台账', {
            'date': col('查档日期', 'date', required=True), 'village': col('来人所在村', required=True), 'purpose': col('用途'),
            'volumes': col('调阅卷数', 'integer', '卷次'), 'copies': col('复印页数', 'integer', '页')}),
        'scans': ledger('扫描台账', {
            'number': NUMBER, 'start': col('开始日期', 'date', required=True), 'finish': col('完成日期', 'date'),
            'topic': col('档案类别'), 'pages': col('页数', 'integer', '页'), 'qualified': col('合格页数', 'integer', '页')}, ['number']),
    },
}

TITLES = {'water': '供水管护', 'culture': '文化站', 'fire': '消防安全', 'labor': '劳动就业', 'archive': '档案管理'}

# count: label, measure, how it comes about. `size` is a unit's usual figure of a quarter; a stock stands and grows.
COUNTS = {
    'water': {
        'repairs': dict(label='管网抢修', measure='起', ledger='repairs', also=['抢修'], jump=4),
        'fixed': dict(label='修复故障', measure='起', ledger='repairs', where='has(fixed_on)', part_of='repairs'),
        'affected': dict(label='影响用户', measure='户', ledger='repairs', sum='households'),
        'samples': dict(label='水样检测', measure='份', ledger='tests', sum='samples', also=['检测水样'], outlier=True, jump=4),
        'passed': dict(label='水样合格', measure='份', ledger='tests', sum='passed', part_of='samples', also=['合格水样']),
        'pass_rate': dict(label='水质合格率', ratio=('passed', 'samples'), number='pass_given'),
        'users': dict(label='供水用户', measure='户', stock=True, parts=['users_home', 'users_shop', 'users_firm']),
        'users_home': dict(label='居民用户', measure='户', stock=True, size=2600),
        'users_shop': dict(label='商铺用户', measure='户', stock=True, size=240),
        'users_firm': dict(label='单位用户', measure='户', stock=True, size=64),
        'supplied': dict(label='供水量', measure='万吨', scale=1, parts=['supplied_home', 'supplied_work', 'supplied_public'],
                         outlier=True, jump=4),
        'supplied_home': dict(label='生活用水', measure='万吨', scale=1, size=19),
        'supplied_work': dict(label='生产用水', measure='万吨', scale=1, size=8),
        'supplied_public': dict(label='公共用水', measure='万吨', scale=1, size=4),
        'supplied_year': dict(label='今年以来供水量', measure='万吨', scale=1, year='supplied'),
        'due': dict(label='应收水费', measure='万元', scale=2, size=46, outlier=True, jump=4),
        'paid': dict(label='实收水费', measure='万元', scale=2, share=('due', .95), part_of='due'),
        'paid_rate': dict(label='收缴率', ratio=('paid', 'due'), number='paid_given'),
        'meters': dict(label='更换水表', measure='只', size=140, outlier=True, jump=4),
        'pools': dict(label='清洗水池', measure='座', size=9),
        'keepers': dict(label='管水员', measure='名', stock=True, small=(7, 16)),
        'pipe': dict(label='巡查管线', measure='公里', scale=1, size=210, outlier=True, jump=4),
        'reagent': dict(label='消毒药剂', measure='公斤', size=1900, outlier=True, jump=4),
        'cost': dict(label='维修支出', measure='元', size=38000, outlier=True, jump=4),
    },
    'culture': {
        'shows': dict(label='文艺演出', measure='场', ledger='shows', also=['演出'], jump=4),
        'audience': dict(label='演出观众', measure='人次', ledger='shows', sum='audience', outlier=True, jump=4),
        'classes': dict(label='培训班', measure='期', ledger='classes'),
        'trainees': dict(label='培训学员', measure='人次', ledger='classes', sum='people', outlier=True, jump=4),
        'graduates': dict(label='结业学员', measure='人次', ledger='classes', sum='graduated', part_of='trainees'),
        'grad_rate': dict(label='结业率', ratio=('graduates', 'trainees'), number='grad_given'),
        'visitors': dict(label='到馆读者', measure='人次', parts=['v_child', 'v_adult', 'v_old'], also=['读者到馆'], outlier=True, jump=4),
        'v_child': dict(label='少儿读者', measure='人次', size=520),
        'v_adult': dict(label='成人读者', measure='人次', size=380),
        'v_old': dict(label='老年读者', measure='人次', size=240),
        'visitors_year': dict(label='今年以来到馆读者', measure='人次', year='visitors'),
        'books': dict(label='馆藏图书', measure='册', stock=True, parts=['books_lit', 'books_sci', 'books_child']),
        'books_lit': dict(label='文学类图书', measure='册', stock=True, size=4200),
        'books_sci': dict(label='科技类图书', measure='册', stock=True, size=1500),
        'books_child': dict(label='少儿类图书', measure='册', stock=True, size=2300),
        'borrowed': dict(label='图书借阅', measure='册次', size=1350, also=['借阅图书'], outlier=True, jump=4),
        'newbooks': dict(label='新购图书', measure='册', size=170, outlier=True, jump=4),
        'films': dict(label='电影放映', measure='场', size=33, also=['放映电影'], jump=4),
        'films_school': dict(label='校园放映', measure='场', share=('films', .4), part_of='films'),
        'teams': dict(label='文艺队伍', measure='支', stock=True, small=(6, 17)),
        'volunteers': dict(label='文化志愿者', measure='名', stock=True, size=70),
        'open_days': dict(label='开放天数', measure='天', days=True, max=92, unchanged='off'),
        'online': dict(label='线上观看', measure='人次', size=24000, outlier=True, jump=4),
        'fund': dict(label='活动经费', measure='万元', scale=2, size=6.5, outlier=True, jump=4),
    },
    'fire': {
        'inspections': dict(label='消防检查', measure='家次', ledger='inspections', jump=4),
        'hazards': dict(label='火灾隐患', measure='处', ledger='inspections', sum='hazards', also=['消防隐患'], jump=4),
        'corrected': dict(label='整改隐患', measure='处', share=('hazards', .86), part_of='hazards'),
        'corrected_rate': dict(label='隐患整改率', ratio=('corrected', 'hazards'), number='corrected_given'),
        'rechecks': dict(label='消防复查', measure='家次', ledger='rechecks', part_of='inspections'),
        'drills': dict(label='消防演练', measure='场', ledger='drills', also=['演练'], jump=4),
        'drill_people': dict(label='演练人员', measure='人次', ledger='drills', sum='people', outlier=True, jump=4),
        'calls': dict(label='出警', measure='起', parts=['calls_house', 'calls_wild', 'calls_rescue'], outlier=True, jump=4),
        'calls_house': dict(label='建筑火警', measure='起', size=11),
        'calls_wild': dict(label='野外火警', measure='起', size=15),
        'calls_rescue': dict(label='抢险救援', measure='起', size=21),
        'calls_year': dict(label='今年以来出警', measure='起', year='calls'),
        'gear': dict(label='灭火器', measure='具', stock=True, parts=['gear_home', 'gear_shop', 'gear_public']),
        'gear_home': dict(label='农户灭火器', measure='具', stock=True, size=900),
        'gear_shop': dict(label='商铺灭火器', measure='具', stock=True, size=410),
        'gear_public': dict(label='公共灭火器', measure='具', stock=True, size=260),
        'hydrants': dict(label='消火栓', measure='个', stock=True, size=74),
        'hydrants_ok': dict(label='完好消火栓', measure='个', stock=True, share=('hydrants', .93), part_of='hydrants'),
        'hydrant_rate': dict(label='消火栓完好率', ratio=('hydrants_ok', 'hydrants'), number='hydrant_given'),
        'members': dict(label='专职队员', measure='名', stock=True, small=(8, 17)),
        'leaflets': dict(label='宣传资料', measure='份', size=5200, outlier=True, jump=4),
        'wires': dict(label='改造线路', measure='米', size=3100, outlier=True, jump=4),
        'alarms': dict(label='安装烟感', measure='只', size=160, outlier=True, jump=4),
        'loss': dict(label='火灾损失', measure='元', size=27000),
        'fund': dict(label='消防经费', measure='万元', scale=2, size=11, outlier=True, jump=4),
    },
    'labor': {
        'fairs': dict(label='招聘会', measure='场', ledger='fairs', jump=4),
        'firms': dict(label='参会企业', measure='家次', ledger='fairs', sum='firms', jump=4),
        'posts': dict(label='提供岗位', measure='个', ledger='fairs', sum='posts', outlier=True, jump=4),
        'intents': dict(label='达成意向', measure='人', ledger='fairs', sum='intents', jump=4),
        'disputes': dict(label='劳动纠纷', measure='件', ledger='disputes', jump=4),
        'settled': dict(label='办结纠纷', measure='件', ledger='disputes', where='has(closed_on)', part_of='disputes'),
        'workers': dict(label='涉及职工', measure='人', ledger='disputes', sum='workers'),
        'recovered': dict(label='追回工资', measure='元', size=156000, outlier=True, jump=4),
        'jobs': dict(label='新增就业', measure='人', parts=['jobs_local', 'jobs_away', 'jobs_self'], outlier=True, jump=4),
        'jobs_local': dict(label='本地就业', measure='人', size=95),
        'jobs_away': dict(label='外出就业', measure='人', size=130),
        'jobs_self': dict(label='自主创业', measure='人', size=38),
        'jobs_year': dict(label='今年以来新增就业', measure='人', year='jobs'),
        'insured': dict(label='社保参保', measure='人', stock=True, parts=['insured_staff', 'insured_flex', 'insured_res']),
        'insured_staff': dict(label='职工参保', measure='人', stock=True, size=2100),
        'insured_flex': dict(label='灵活就业参保', measure='人', stock=True, size=830),
        'insured_res': dict(label='居民参保', measure='人', stock=True, size=6400),
        'trained': dict(label='技能培训', measure='人次', size=240, outlier=True, jump=4),
        'certified': dict(label='取得证书', measure='人次', share=('trained', .84), part_of='trained'),
        'cert_rate': dict(label='取证率', ratio=('certified', 'trained'), number='cert_given'),
        'loans': dict(label='创业贷款', measure='万元', scale=2, size=128, outlier=True, jump=4),
        'welfare': dict(label='公益性岗位', measure='个', stock=True, size=46),
        'advice': dict(label='政策咨询', measure='人次', size=480, outlier=True, jump=4),
        'subsidy_due': dict(label='应发补贴', measure='万元', scale=2, size=22),
        'subsidy': dict(label='发放补贴', measure='万元', scale=2, share=('subsidy_due', .93), part_of='subsidy_due'),
    },
    'archive': {
        'intakes': dict(label='接收批次', measure='批', ledger='intakes', jump=4),
        'items': dict(label='接收档案', measure='件', ledger='intakes', sum='items', outlier=True, jump=4),
        'lookups': dict(label='查档接待', measure='人次', ledger='lookups', jump=4),
        'volumes': dict(label='调阅档案', measure='卷次', ledger='lookups', sum='volumes', jump=4),
        'copies': dict(label='复印材料', measure='页', ledger='lookups', sum='copies', outlier=True, jump=4),
        'scans': dict(label='数字化扫描', measure='批', ledger='scans'),
        'pages': dict(label='扫描页数', measure='页', ledger='scans', sum='pages', outlier=True, jump=4),
        'pages_ok': dict(label='质检合格', measure='页', ledger='scans', sum='qualified', part_of='pages'),
        'ok_rate': dict(label='质检合格率', ratio=('pages_ok', 'pages'), number='ok_given'),
        'pages_year': dict(label='今年以来扫描页数', measure='页', year='pages'),
        'holdings': dict(label='馆藏档案', measure='卷', stock=True, parts=['h_doc', 'h_tech', 'h_acc', 'h_spec']),
        'h_doc': dict(label='文书档案', measure='卷', stock=True, size=3100),
        'h_tech': dict(label='科技档案', measure='卷', stock=True, size=740),
        'h_acc': dict(label='会计档案', measure='卷', stock=True, size=1900),
        'h_spec': dict(label='专门档案', measure='卷', stock=True, size=1200),
        'sampled': dict(label='抽查案卷', measure='卷', size=210, outlier=True, jump=4),
        'sound': dict(label='完好案卷', measure='卷', share=('sampled', .92), part_of='sampled'),
        'sound_rate': dict(label='案卷完好率', ratio=('sound', 'sampled'), number='sound_given'),
        'dust': dict(label='除尘档案', measure='卷', size=640, outlier=True, jump=4),
        'guides': dict(label='编写目录', measure='条', size=2700, outlier=True, jump=4),
        'open_days': dict(label='查档室开放', measure='天', days=True, max=92, unchanged='off'),
        'clerks': dict(label='档案员', measure='名', stock=True, small=(2, 6)),
        'rooms': dict(label='库房', measure='间', stock=True, small=(2, 7)),
        'fund': dict(label='档案经费', measure='万元', scale=2, size=4.6, outlier=True, jump=4),
    },
}

TOGETHER = {'fire': [('drills', 'drill_people')], 'labor': [('fairs', 'posts')], 'culture': [('shows', 'audience'), ('classes', 'trainees')],
            'water': [], 'archive': [('lookups', 'volumes')]}
# How many rows a ledger has, and what a row's numbers are: (column, least, most).
ROWS = {('water', 'repairs'): (9, 17, [('households', 8, 60)]), ('water', 'tests'): (7, 12, [('samples', 6, 15)]),
        ('culture', 'shows'): (7, 14, [('audience', 90, 260)]), ('culture', 'classes'): (4, 7, [('people', 18, 42)]),
        ('fire', 'inspections'): (14, 24, [('hazards', 0, 5)]), ('fire', 'drills'): (4, 8, [('people', 22, 68)]),
        ('labor', 'fairs'): (5, 9, [('firms', 6, 19), ('posts', 42, 118), ('intents', 8, 34)]),
        ('labor', 'disputes'): (8, 15, [('workers', 2, 16)]),
        ('archive', 'intakes'): (6, 11, [('items', 24, 90)]), ('archive', 'lookups'): (12, 20, [('volumes', 1, 6), ('copies', 3, 24)]),
        ('archive', 'scans'): (5, 8, [('pages', 640, 1900)])}
PARTIAL = {'passed': ('samples', .93), 'graduated': ('people', .9), 'qualified': ('pages', .965)}
PREFIX = {'repairs': 'Q', 'tests': 'S', 'classes': 'P', 'inspections': 'X', 'disputes': 'L', 'intakes': 'D', 'scans': 'M'}


def field_of(section, count):
    spec = COUNTS[section][count]
    return spec.get('number') or count + ('' if 'year' in spec else '_total')


def quotient(num, den):
    return (Decimal(num) * 100 / Decimal(den)).quantize(Decimal('0.1'), ROUND_HALF_UP)


def declarations():
    out = {}
    for section, title in TITLES.items():
        fields = dict(LEDGERS[section])
        counts, checks = {}, {}
        for name, spec in COUNTS[section].items():
            field = field_of(section, name)
            ratio = 'ratio' in spec
            one = {'label': spec['label']}
            decimal = ratio or 'scale' in spec
            fields[field] = {'label': spec['label'], 'type': 'decimal' if decimal else 'integer'}
            if not ratio:
                fields[field]['measure'] = spec['measure']
            if ratio:
                num, den = spec['ratio']
                one.update(kind='ratio', scale=1, ratio={'num': num, 'den': den, 'as': '%'}, number=field)
            else:
                if decimal:
                    one.update(kind='decimal', scale=spec['scale'])
                one['measure'] = spec['measure']
                for key in ('ledger', 'sum', 'where'):
                    if key in spec:
                        one[key] = spec[key]
                one['number'] = field
                for key in ('parts', 'part_of', 'also', 'max', 'jump', 'outlier', 'unchanged'):
                    if key in spec:
                        one[key] = spec[key]
                if spec.get('stock') or 'year' in spec:
                    one['over_time'] = 'last'
            counts[name] = one
            if 'part_of' in spec:
                whole = spec['part_of']
                checks[f'{name}_within_{whole}'] = {
                    'rule': f'{name} <= {whole}', 'severity': 'error',
                    'message': f'{spec["label"]}{{{name}}}，多于{COUNTS[section][whole]["label"]}{{{whole}}}，请核对。'}
            if 'year' in spec:
                checks[f'{name}_reaches_{spec["year"]}'] = {
                    'rule': f'{name} >= {spec["year"]}', 'severity': 'error',
                    'message': f'{spec["label"]}{{{name}}}，少于本季度的{{{spec["year"]}}}，请核对。'}
        for pair in TOGETHER[section]:
            checks['_and_'.join(pair)] = {'together': [field_of(section, one) for one in pair]}
        for name, label in (('practice', '主要做法'), ('problem', '存在问题'), ('plan', '下步打算')):
            fields[name] = {'label': label, 'type': 'text'}
        out[section] = {'title': title, 'fields': fields, 'counts': counts, 'checks': checks}
    return out


def quarter(period):
    year, q = int(period[:4]), int(period[5])
    first = datetime.date(year, 3 * q - 2, 1)
    last = (datetime.date(year + q // 4, 3 * q % 12 + 1, 1) - datetime.timedelta(1))
    return first, last


def some_day(rng, first, last):
    return first + datetime.timedelta(rng.randrange((last - first).days + 1))


KINDS = {'repairs': ['爆管', '接头渗漏', '阀门失灵', '水表井积水', '水泵停机', '支管冻裂', '压力不足'],
         'inspections': ['商铺', '民宿', '作坊', '仓储', '学校', '加油点'],
         'disputes': ['拖欠工资', '工伤待遇', '加班报酬', '合同解除', '社保缴纳']}
PLACES = {'商铺': ['便民超市', '五金店', '小吃店', '服装店'], '民宿': ['山居民宿', '听泉民宿', '田园农家乐'],
          '作坊': ['豆腐坊', '木器作坊', '编织作坊'], '仓储': ['粮食仓库', '农资仓库', '快递仓'], '学校': ['小学', '幼儿园'],
          '加油点': ['加油点', '液化气点']}
PROGRAMMES = ['采茶戏', '渔鼓说唱', '广场舞专场', '民歌联唱', '木偶戏', '折子戏', '合唱晚会', '快板小品']
TOPICS = ['剪纸', '书法', '舞蹈编排', '二胡', '手机摄影', '声乐', '竹编']
SUBJECTS = ['疏散逃生', '油锅灭火', '水带连接', '山火扑打', '民宿夜间救援']
SITES = ['水厂出厂水', '末梢水', '蓄水池', '学校用水点', '卫生室用水点']
OFFICES = ['党政办', '财政所', '民政办', '自然资源所', '农业办', '司法所', '林业站', '水利站', '计生办', '村建办']
PURPOSES = ['土地确权', '婚姻证明', '工龄认定', '房产继承', '林权核对', '学历证明', '参军证明', '移民补助']
TOPIC_SCANS = ['文书档案', '婚姻档案', '土地档案', '会计凭证', '林权档案', '项目图纸']


def make_rows(rng, section, name, unit, count, period, villages):
    first, last = quarter(period)
    low, high, numbers = ROWS[section, name]
    while True:
        days = sorted(some_day(rng, first, last) for _ in range(count))
        # A ledger that is told by its days has each day once.
        if len(set(days)) == len(days):
            break
    rows = []
    for i, day in enumerate(days):
        row = {}
        if name in PREFIX:
            row['number'] = f'{PREFIX[name]}{period[2:4]}{period[5]}{unit:02}-{i + 1:03}'
        village = rng.choice(villages)
        value = {key: rng.randint(least, most) for key, least, most in numbers}
        for key, (whole, share) in PARTIAL.items():
            if whole in value and key in LEDGERS[section][name]['columns']:
                lost = max(0, round(value[whole] * (1 - share) + rng.uniform(-1, 1) * value[whole] * (1 - share) * .8))
                value[key] = value[whole] - lost
        later = day + datetime.timedelta(rng.randint(2, 8))
        text = day.isoformat()
        if name == 'repairs':
            row |= dict(received=text, village=village, kind=rng.choice(KINDS[name]), **value)
        elif name == 'tests':
            row |= dict(date=text, site=village + rng.choice(SITES[1:]) if rng.random() < .8 else SITES[0], **value)
        elif name == 'shows':
            row |= dict(date=text, village=village, programme=rng.choice(PROGRAMMES), **value)
        elif name == 'classes':
            later = min(later, last)
            row |= dict(start=text, finish=later.isoformat(), topic=rng.choice(TOPICS), **value)
        elif name == 'inspections':
            kind = rng.choice(KINDS[name])
            row |= dict(date=text, place=village[:-1] + rng.choice(PLACES[kind]), kind=kind, **value)
        elif name == 'drills':
            row |= dict(date=text, place=village, subject=rng.choice(SUBJECTS), **value)
        elif name == 'fairs':
            row |= dict(date=text, place=village, **value)
        elif name == 'disputes':
            row |= dict(received=text, village=village, matter=rng.choice(KINDS[name]), **value)
        elif name == 'intakes':
            row |= dict(date=text, office=rng.choice(OFFICES), **value)
        elif name == 'lookups':
            row |= dict(date=text, village=village, purpose=rng.choice(PURPOSES), **value)
        elif name == 'scans':
            later = min(later, last)
            row |= dict(start=text, finish=later.isoformat(), topic=rng.choice(TOPIC_SCANS), **value)
        rows.append(row)
    for column, day in (('fixed_on', 'received'), ('closed_on', 'received')):
        if column in LEDGERS[section][name]['columns']:
            done_all = rng.random() < .3
            for row in rows:
                received = datetime.date.fromisoformat(row[day])
                if (last - received).days < 1:
                    done = None
                else:
                    done = received + datetime.timedelta(rng.randint(1, min(6 if column == 'fixed_on' else 20, (last - received).days)))
                if done and (done_all or rng.random() < .85):
                    row[column] = done.isoformat()
    return rows


def follow(rng, rows, key, day, period, results):
    last = quarter(period)[1]
    out = []
    for row in rows:
        begin = row.get(day)
        if not begin or rng.random() < .55:
            continue
        begin = datetime.date.fromisoformat(begin)
        if (last - begin).days < 3:
            continue
        out.append({key: row['number'], 'date': (begin + datetime.timedelta(rng.randint(2, min(12, (last - begin).days)))).isoformat(),
                    'result': rng.choice(results)})
    return out


STEPS = [.85, .93, 1.0, 1.07, 1.16]


def steps(rng):
    """How the five quarters differ: the last is never the most nor the least, so that nothing stands out."""
    while True:
        order = STEPS[:]
        rng.shuffle(order)
        if order[4] in STEPS[1:4]:
            return [one + rng.uniform(-.015, .015) for one in order]


def tally(data, section):
    """All counts of a section, of what a unit filed."""
    out = {}
    for name, spec in COUNTS[section].items():
        field = field_of(section, name)
        if 'ledger' in spec and spec['ledger'] in data:
            rows = data[spec['ledger']]
            if 'where' in spec:
                key = spec['where'][4:-1]
                rows = [row for row in rows if key in row]
            out[name] = sum(row[spec['sum']] for row in rows) if 'sum' in spec else len(rows)
        elif field in data:
            value = data[field]
            out[name] = Decimal(value) if isinstance(value, str) else value
    return out


def build(seed):
    """{period: {unit place: {section: fields}}}, with {v: villages}."""
    from words import UNITS, villages
    base = {period: [dict() for _ in UNITS] for period in PERIODS}
    for place in range(len(UNITS)):
        own = villages(place)
        size = random.Random(f'{seed} {place}').uniform(.65, 1.45)
        for section in TITLES:
            for attempt in range(5000):
                rng = random.Random(f'{seed} {place} {section} {attempt}')
                series = figures(rng, section, place, size, own)
                if series is not None:
                    break
            else:
                raise SystemExit(f'no figures for {place} {section}')
            for period, data in zip(PERIODS, series):
                base[period][place][section] = data
    return base


def figures(rng, section, place, size, own):
    counts = COUNTS[section]
    keeps = place % 2 == 0
    out = [dict() for _ in PERIODS]
    plan = {name: steps(rng) for name in counts}
    # parts go with their whole
    for name, spec in counts.items():
        for part in spec.get('parts', []):
            plan[part] = [one * rng.uniform(.97, 1.03) for one in plan[name]]
    level, row_plan = {}, {ledger: steps(rng) for _, ledger in ROWS}
    rows_of = {}
    for (sec, name), (low, high, numbers) in ROWS.items():
        if sec == section:
            middle = rng.uniform(low / .85, high / 1.16) if low / .85 < high / 1.16 else (low + high) / 2
            rows_of[name] = [max(low, round(middle * one)) for one in row_plan[name]]
    values = [dict() for _ in PERIODS]
    for i, period in enumerate(PERIODS):
        data, value = out[i], values[i]
        made = {}
        for name, number in rows_of.items():
            made[name] = make_rows(rng, section, name, place, number[i], period, own)
        if section == 'water':
            made['revisits'] = follow(rng, made['repairs'], 'repair', 'fixed_on', period, ['满意', '基本满意', '水压仍偏低'])
        if section == 'fire':
            made['rechecks'] = follow(rng, [row for row in made['inspections'] if row['hazards']], 'inspection', 'date', period,
                                      ['已改好', '还在改', '部分改好'])
        full = tally(made, section)
        keep_here = keeps and period in LEDGER_PERIODS
        if keep_here:
            data.update(made)
        for name, spec in counts.items():
            field = field_of(section, name)
            if 'ledger' in spec:
                value[name] = full[name]
                if not keep_here:
                    data[field] = value[name]
                continue
            if 'ratio' in spec:
                num, den = (value[key] for key in spec['ratio'])
                if not den:
                    return None
                data[field] = str(quotient(num, den))
                value[name] = Decimal(data[field])
                continue
            if 'share' in spec:
                whole, share = spec['share']
                share = min(.985, max(.2, share + rng.uniform(-.04, .04)))
                if 'scale' in spec:
                    value[name] = (value[whole] * Decimal(share)).quantize(Decimal(10) ** -spec['scale'])
                else:
                    value[name] = min(value[whole] - 1, round(value[whole] * share))
            elif 'days' in spec:
                value[name] = rng.randint(71, 86)
            elif 'small' in spec:
                value[name] = values[i - 1][name] if i and rng.random() < .75 else rng.randint(*spec['small']) if not i else \
                    values[i - 1][name] + 1
            elif 'size' in spec:
                if name not in level:
                    level[name] = spec['size'] * size * rng.uniform(.8, 1.2)
                if spec.get('stock'):
                    value[name] = round(level[name]) if not i else values[i - 1][name] + rng.randint(
                        1, max(2, round(level[name] * .012)))
                elif 'scale' in spec:
                    value[name] = Decimal(level[name] * plan[name][i]).quantize(Decimal(10) ** -spec['scale'])
                else:
                    value[name] = max(2, round(level[name] * plan[name][i]))
        for name, spec in counts.items():
            if 'parts' in spec:
                value[name] = sum(value[part] for part in spec['parts'])
        for name, spec in counts.items():
            if 'year' in spec:
                value[name] = sum(values[j][spec['year']] for j in range(i + 1) if PERIODS[j][:4] == period[:4])
        for name, spec in counts.items():
            if 'ledger' in spec or 'ratio' in spec:
                continue
            data[field_of(section, name)] = str(value[name]) if 'scale' in spec else value[name]
        # order the fields as they are declared
        order = list(LEDGERS[section]) + [field_of(section, name) for name in counts]
        out[i] = {key: data[key] for key in order if key in data}
    for i in range(1, len(PERIODS)):
        now, was = values[i], values[i - 1]
        for name, spec in counts.items():
            if 'small' in spec or 'days' in spec:
                continue
            if now[name] == was[name]:
                return None
            if 'ratio' in spec and now[name] >= 100:
                return None
            if 'stock' not in spec and 'year' not in spec and 'ratio' not in spec:
                if not Decimal('0.4') < Decimal(now[name]) / Decimal(was[name] or 1) < Decimal('2.5'):
                    return None
    # The last quarter lies within what went before, for all that is filed.
    for name, spec in counts.items():
        if 'stock' in spec or 'year' in spec or 'ratio' in spec or 'days' in spec:
            continue
        before = [float(one[name]) for one in values[:4]]
        if not min(before) * .97 <= float(values[4][name]) <= max(before) * 1.03:
            return None
    return out
