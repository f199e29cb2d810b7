"""Sentences that are true, and such as a hasty checker takes for wrong; None where the unit does not lend itself to one."""
import datetime
from decimal import Decimal

from words import UNITS

SENTENCES = []
WORDS = '零一二三四五六七八九十'


def legit(kind, section, side=None, periods=('2025Q4', '2026Q1')):
    def add(function):
        SENTENCES.append(dict(kind=kind, section=section, side=side, periods=periods, function=function))
        return function
    return add


def true(sentence, says, claim, x, why, field='practice'):
    return dict(field=field, sentence=sentence, why=why, facts=[{'says': says, 'claim': claim, 'x': x}])


def apart(sentence, beside, why, field='practice'):
    return dict(field=field, sentence=sentence, why=why, facts=[{'beside': beside}])


def chinese(v):
    if v < 11:
        return WORDS[v]
    if v < 20:
        return '十' + WORDS[v - 10]
    return WORDS[v // 10] + '十' + (WORDS[v % 10] if v % 10 else '')


# Twice

@legit('about', 'water')
def _(E):
    v = round(E.n['reagent'], -2)
    return true(f'投用消毒药剂约{v}公斤，出入库有两人签字。', f'约{v}公斤', 'round(n.reagent, -2)', v, '约：取整到百') if v != E.n['reagent'] else None


@legit('about', 'labor')
def _(E):
    v = round(E.n['advice'], -1)
    return true(f'窗口解答耐心细致，政策咨询大约{v}人次。', f'大约{v}人次', 'round(n.advice, -1)', v, '大约：取整到十') if v != E.n['advice'] else None


@legit('nearly', 'culture')
def _(E):
    v = -(-E.n['borrowed'] // 100) * 100
    return true(f'图书借阅近{v}册次，流动书箱功不可没。', f'近{v}册次', '-(-n.borrowed // 100) * 100', v, '近：比整数略少') if 3 < v - E.n['borrowed'] < 45 else None


@legit('nearly', 'fire')
def _(E):
    v = -(-E.n['wires'] // 100) * 100
    return true(f'供电所出人出料，改造线路将近{v}米。', f'将近{v}米', '-(-n.wires // 100) * 100', v, '将近：比整数略少') if 3 < v - E.n['wires'] < 55 else None


@legit('more-than', 'archive')
def _(E):
    v = E.n['guides'] // 100 * 100
    return true(f'档案员伏案录入，编写目录{v}余条。', f'{v}余条', 'n.guides // 100 * 100', v, '余：比整数略多') if E.n['guides'] - v > 4 else None


@legit('more-than', 'water')
def _(E):
    v = E.n['meters'] // 10 * 10
    return true(f'更换水表{v}多只，住户看得清读数了。', f'{v}多只', 'n.meters // 10 * 10', v, '多：比整数略多') if E.n['meters'] > v else None


@legit('plan-number', 'culture')
def _(E):
    v = E.n['newbooks'] * 6 // 50 * 10
    return apart(f'下季度拟新购图书{v}册，书目先请读者勾选。', '打算的数，不是本季度的', '打算：下季度的数', 'plan')


@legit('plan-number', 'fire')
def _(E):
    v = E.n['alarms'] * 13 // 100 * 10
    return apart(f'争取下一季度安装烟感{v}只，先照顾木屋住户。', '打算的数，不是本季度的', '打算：下一季度的数', 'plan')


@legit('last-quarter', 'labor')
def _(E):
    return true(f'上季度技能培训{E.w["trained"]}人次，学员回访多数满意，课程照旧保留。', f'{E.w["trained"]}人次', 'w.trained', E.w['trained'], '上季度的数')


@legit('last-quarter', 'archive')
def _(E):
    return true(f'抽查沿用老办法，上季度抽查案卷{E.w["sampled"]}卷，缺页都列了单子。', f'{E.w["sampled"]}卷', 'w.sampled', E.w['sampled'], '上季度的数')


@legit('year-ago', 'water', periods=('2026Q1',))
def _(E):
    return true(f'去年一季度更换水表{E.a["meters"]}只，所用批次经得起检验。', f'{E.a["meters"]}只', 'a.meters', E.a['meters'], '去年同季的数')


@legit('year-ago', 'fire', periods=('2026Q1',))
def _(E):
    return true(f'去年同期出警{E.a["calls"]}起，值守安排据此作了调整。', f'{E.a["calls"]}起', 'a.calls', E.a['calls'], '去年同期的数')


@legit('last-year-total', 'culture', periods=('2026Q1',))
def _(E):
    v = sum(E.each('newbooks')[:-1])
    return true(f'去年全年新购图书{v}册，如今都已编目上架。', f'{v}册', 'sum(each("newbooks")[:-1])', v, '去年四个季度之和')


@legit('last-year-total', 'labor', periods=('2026Q1',))
def _(E):
    v = E.w['jobs_year']
    return true(f'2025年新增就业{v}人，名册已按去向分类整理。', f'{v}人', 'w.jobs_year', v, '去年全年的数')


@legit('carried-over', 'water')
def _(E):
    d = E.w['repairs'] - E.w['fixed']
    return true(f'上季度遗留的{d}起管网抢修，开季头一周便已了结。', f'{d}起', 'w.repairs - w.fixed', d, '结转的，不算本季度') if 0 < d < 5 else None


@legit('carried-over', 'labor')
def _(E):
    d = E.w['disputes'] - E.w['settled']
    return true(f'上季度未办结的{d}件劳动纠纷，接着调解，双方已签字。', f'{d}件', 'w.disputes - w.settled', d, '结转的，不算本季度') if 0 < d < 6 else None


@legit('joint-work', 'archive')
def _(E):
    return apart(f'与邻近的{UNITS[(E.place + 7) % 30][1]}档案室互换样卷，取长补短。', '别的单位是合作的一方', '写到别的单位，是互相交流')


@legit('joint-work', 'fire')
def _(E):
    return apart(f'同{UNITS[(E.place + 13) % 30][1]}专职队签订联勤约定，交界山头互相照应。', '别的单位是联防的一方', '写到别的单位，是联防')


@legit('of-a-village', 'culture')
def _(E):
    v = E.n['films'] // 4
    return apart(f'光是{E.v(0)}就放映电影{v}场，祠堂前坐得满满当当。', '一村的场次，少于总数', '只说一个村') if v > 2 else None


@legit('of-a-village', 'labor')
def _(E):
    v = E.n['jobs_local'] // 6
    return apart(f'{E.v(0)}来料加工点吸纳本地就业{v}人，多为带孩子的妇女。', '一村的人数，少于总数', '只说一个村')


@legit('wider-whole', 'fire')
def _(E):
    return apart('据县里通报，全县共安装烟感18600只，覆盖面逐步扩大。', '全县的数', '全县的数，不是本单位的')


@legit('wider-whole', 'archive')
def _(E):
    return apart('全县各乡镇共扫描页数41.6万页，县馆已建成统一检索平台。', '全县的数', '全县的数，不是本单位的')


@legit('in-words', 'culture')
def _(E):
    return true(f'邻里携凳而来，{chinese(E.n["shows"])}场文艺演出看得津津有味。', chinese(E.n['shows']) + '场', 'n.shows', E.n['shows'], '中文数字')


@legit('in-words', 'archive')
def _(E):
    return true(f'本季度接收批次共{chinese(E.n["intakes"])}批，清单当场签认。', chinese(E.n['intakes']) + '批', 'n.intakes', E.n['intakes'], '中文数字')


@legit('change-told', 'water')
def _(E):
    d = E.n['meters'] - E.w['meters']
    return true(f'更换水表比上季度多{d}只，老街片区换了大半。', f'多{d}只', 'n.meters - w.meters', d, '比上季度多，属实') if d > 2 else None


@legit('change-told', 'labor')
def _(E):
    n, w = E.n['loans'], E.w['loans']
    p = E.percent(w - n, w)
    return true(f'受淡季影响，创业贷款较上季度下降{p}%。', f'{p}%', 'rate(w.loans - n.loans, w.loans)', str(p), '比上季度降，属实') if p > 3 else None


@legit('other-share', 'water')
def _(E):
    return apart('问卷里说水压合意的占八成五，建议改夜间停水的占一成二。', '问卷的占比，与各项数无关', '别的整体的占比')


@legit('other-share', 'archive')
def _(E):
    return apart('留言簿上，近七成留言夸窗口态度好，另有两成盼着延长开门。', '留言的占比，与各项数无关', '别的整体的占比')


@legit('month-part', 'culture', side='ledger')
def _(E):
    month = int(E.period[5]) * 3
    v = sum(int(row['date'][5:7]) == month for row in E.data['shows'])
    return true(f'仅{month}月就有文艺演出{v}场，戏台难得这般热闹。', f'{v}场', f'len([r for r in rows("shows") if month(r.date) == {month}])', v,
                '一个月的场次') if 2 < v < E.n['shows'] else None


@legit('month-part', 'fire', side='ledger')
def _(E):
    month = int(E.period[5]) * 3 - 1
    v = sum(int(row['date'][5:7]) == month for row in E.data['inspections'])
    return true(f'{month}月里消防检查{v}家次，专职队员跑得勤。', f'{v}家次', f'len([r for r in rows("inspections") if month(r.date) == {month}])', v,
                '一个月的家次') if 3 < v < E.n['inspections'] else None


# Once

@legit('all-done-true', 'labor')
def _(E):
    return true('受理的劳动纠纷已全部办结，文书装订入卷。', '已全部办结', 'n.settled == n.disputes', True, '确实全部办结') if E.n['settled'] == E.n['disputes'] else None


@legit('none-of-another', 'fire')
def _(E):
    return apart('本季度未发生人员伤亡火灾事故，邻里守望起了作用。', '人员伤亡没有另报', '没有的是别的事')


@legit('sum-of-two', 'archive')
def _(E):
    v = E.n['h_doc'] + E.n['h_acc']
    return true(f'文书档案和会计档案合计{v}卷，占去了大半架位。', f'{v}卷', 'n.h_doc + n.h_acc', v, '两项之和')


@legit('difference', 'fire')
def _(E):
    v = E.n['hazards'] - E.n['corrected']
    return true(f'余下{v}处火灾隐患因涉及拆改，已列入后续清单。', f'{v}处', 'n.hazards - n.corrected', v, '总数减去整改数') if v > 1 else None


@legit('average-true', 'labor')
def _(E):
    v = round(E.n['posts'] / E.n['fairs'])
    return true(f'平均每场招聘会提供岗位约{v}个，挑选余地不小。', f'约{v}个', 'round(n.posts / n.fairs)', v, '平均数') if v != E.n['posts'] else None


@legit('rule-number', 'water')
def _(E):
    return apart('管护办法要求水样检测每月不少于8份，采样人与送检人分开。', '办法里的要求', '规定的数')


@legit('room-number', 'archive')
def _(E):
    return apart('查档窗口迁至便民中心201室，轮椅可从东门进出。', '房间号', '房间号不是数量')


@legit('law', 'labor')
def _(E):
    return apart('宣讲《劳动合同法》第八十二条时，工友举手问得细。', '法条的序号', '条款号不是数量')


@legit('age', 'culture')
def _(E):
    return apart('年满65周岁的读者凭身份证可续借一个月，取书由志愿者送到家。', '年龄与期限', '年龄不是数量')


@legit('price', 'water')
def _(E):
    return apart('听取意见会商定居民水价为每吨2.4元，低保家庭减半收取。', '单价', '单价不是总额')


@legit('distance', 'fire')
def _(E):
    return apart('到最远的村组往返26公里，队员在车上备了干粮和毯子。', '路程', '路程没有另报')


@legit('fraction', 'archive')
def _(E):
    if not .30 < E.n['h_acc'] / E.n['holdings'] < .366 or abs(E.n['h_acc'] / E.n['holdings'] - 1 / 3) > .02:
        return None
    return true('会计档案约占馆藏档案的三分之一，凭证盒规格不一。', '三分之一', 'round(3 * n.h_acc / n.holdings)', 1, '约三分之一')


@legit('in-wan', 'culture')
def _(E):
    v = (Decimal(E.n['online']) / 10000).quantize(Decimal('0.1'))
    return true(f'直播晚会反响热烈，线上观看{v}万人次。', f'{v}万人次', 'round(n.online / 10000, 1)', str(v), '换成万') if abs(v * 10000 - E.n['online']) < 400 else None


@legit('year-told', 'water', periods=('2025Q4',))
def _(E):
    v = E.y('meters')
    return true(f'今年以来更换水表{v}只，老表井基本清完。', f'{v}只', 'y("meters")', v, '四个季度之和')


@legit('next-year', 'labor', periods=('2025Q4',))
def _(E):
    return apart('赶在明年3月底前开出新年头一场村口招聘会，包车线路一并排好。', '明年的打算', '明年的日子，没有过去', 'plan')


@legit('since-earlier', 'culture', periods=('2025Q4',))
def _(E):
    return apart('自9月起试行的夜间开馆办法延续下来，灯光下常有学生温书。', '起于上季度，沿用至今', '说到上季度的月份，是起点')


@legit('first-of-another', 'water')
def _(E):
    return apart('首次引入管道内窥镜，淤堵的位置看得真切。', '内窥镜没有另报', '首次的是别的事')


@legit('idiom', 'fire')
def _(E):
    return apart('宣讲员说防火是“一万不怕、只怕万一”，听的人频频点头。', '俗语', '俗语里的数不是数量')


@legit('named-number', 'labor')
def _(E):
    return apart('对照县里“春风送岗三进村”的要求，招工信息进院坝、进祠堂、进群聊。', '活动的名字', '名字里的数')


@legit('short-of', 'labor')
def _(E):
    v = E.n['subsidy_due'] - E.n['subsidy']
    return true(f'发放补贴比应发补贴少{v}万元，原因是几户银行卡信息有误。', f'{v}万元', 'n.subsidy_due - n.subsidy', str(v), '两项之差') if v else None


@legit('other-measure', 'water')
def _(E):
    v = (Decimal(E.n['reagent']) / 1000).quantize(Decimal('0.01'))
    return true(f'消毒药剂用去{v}吨，存放处通风避光。', f'{v}吨', 'round(n.reagent / 1000, 2)', str(v), '公斤换成吨') if v * 1000 != E.n['reagent'] else None


@legit('times', 'archive', periods=('2026Q1',))
def _(E):
    v = (Decimal(E.n['copies']) / E.a['copies']).quantize(Decimal('0.1'))
    return true(f'复印材料是去年同期的{v}倍，纸张及时补上了。', f'{v}倍', 'round(n.copies / a.copies, 1)', str(v), '与去年同期之比') if v >= Decimal('1.1') else None


@legit('running', 'fire', periods=('2025Q4',))
def _(E):
    each = E.each('leaflets')
    return true('宣传资料发放量连续两个季度上升，赶集日派得多。', '连续两个季度上升', 'each("leaflets")[-3] < each("leaflets")[-2] < each("leaflets")[-1]', True,
                '确是连续上升') if each[-3] < each[-2] < each[-1] else None


@legit('most-of-year', 'culture', periods=('2025Q4',))
def _(E):
    each = E.each('borrowed')
    return true('图书借阅为今年四个季度里最多，还书架一度堆满。', '最多', 'extreme("borrowed")', '最多', '确是最多') if max(each[:-1]) < each[-1] - 5 else None


@legit('hours', 'archive')
def _(E):
    return apart('查档窗口改为8时30分至17时开门，午间有人值守。', '钟点', '钟点不是数量')


@legit('duration', 'culture', side='ledger')
def _(E):
    for i, row in enumerate(E.data['classes']):
        begin, end = (datetime.date.fromisoformat(row[key]) for key in ('start', 'finish'))
        days = (end - begin).days + 1
        if days > 3:
            return true(f'{begin.month}月{begin.day}日开班的{row["topic"]}班历时{days}天，{row["people"]}名学员没有一个中途离开。' if row['people'] == row['graduated'] else
                        f'{begin.month}月{begin.day}日开班的{row["topic"]}班历时{days}天，学员{row["people"]}人，课后自发约着再练。',
                        f'历时{days}天', f'span(rows("classes")[{i}].start, rows("classes")[{i}].finish)', days, '首尾都算，天数属实')


@legit('weekday', 'labor', periods=('2025Q4',))
def _(E):
    return true(f'12月10日（星期三），县职校老师到{E.v(1)}讲授家政礼仪。', '星期三', 'weekday("2025-12-10")', '三', '那天确是星期三')


@legit('old-name', 'archive')
def _(E):
    return apart('原供销社旧仓库改作备用库房，防潮垫铺好后再进卷。', '旧称是房子的来历', '旧称')


@legit('given-by-others', 'culture')
def _(E):
    return apart('乡友寄来捐赠图书86册，暂存文化站门厅供人翻看。', '捐赠的，不是新购的', '捐赠不在新购之内')


@legit('recipient', 'water')
def _(E):
    return apart(f'接待{UNITS[(E.place + 5) % 30][1]}管水员来看泵房，彼此交换了台账样式。', '别的单位是来客', '写到别的单位，是来客')
