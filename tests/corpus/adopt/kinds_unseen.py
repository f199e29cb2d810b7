"""Twenty more kinds of reports, of other offices: their words, their fields, the workbook. All names are invented.

KIND  number | name | mode | units | periods | looks | mark         (units and periods parted by blanks, or by ` ; `)
MORE units of the workbook that sent no report
FIELD name | kind | measure | values | pair     (`figure,` prints thousands; values are `a-b`, `~a-b` now and then none, `=expression`, `<whole`,
      `part/whole:decimals`, `Δfield up/down` against the period before, `prev:field` of the period before, or texts parted by ；；)
Text lines: T title, S to whom, P paragraph, H heading, U second heading, R run-in, I item, N numbered, B bullet, L name | a line for each of a
list, TH / TD a table's rows, TR name | a row for each of a list (cells `^` and `<`: merged with the one above, on the left), G signed, D date,
`?expression ` before what not every report has, `<<expression|words>>` within a paragraph.
Looks: of document.py and make_unseen.py; `p:` and `d:` how periods and days are spelled; `moved:a,b` exchanges two lines in the last
report, `dropped:a` leaves one out of the second; `wide:name` one figure typed wide in the third report.
WB  columns: `head=field`, `group//head=field`, `head=field*10000` in another measure, `head=field%` as a percent format, `head=x` of no field.
WBLOOKS title, total, formula, note, textnum, sheets, forms
HEADER words at the head of the page
TRAP  wording that looks like a field."""

KINDS = r"""
KIND 41 | eldercare | several | 金桂街道 银杏街道 海棠街道 | 2024Q1 2024Q2 | messy rsid bookmarks indent-spaces latin p:q2 d:plain |
MORE 丁香街道 木棉街道
FIELD centers | figure | 个 | 4-19
FIELD beds | figure | 张 | 210-680
FIELD used | figure | 张 | <beds
FIELD rate | rate | % | used/beds:1
FIELD change | comparison | 个百分点 | Δrate 提高/下降
FIELD meals | figure | 份 | 3100-9800
FIELD home_people | figure | 人 | 41-160 | home
FIELD home_times | figure | 次 | 301-990 | home
FIELD subsidy | figure, | 元 | 41000-98000
FIELD way | text | | 让低龄老人结对照看高龄老人，时间可以存取；；由社区医生每周巡诊，量血压、查血糖；；请裁缝、理发师轮流进院落摆摊；；把闲置的门面改作日间照料室；；为独居者安装烟感和一键呼叫器；；每逢初八办一次集体生日会
T {unit}{period}养老服务工作情况
S 县民政事务中心：
P {period}，{unit}认真落实“老有所养、老有所乐”要求，对照金民发〔2023〕15号文件所列任务逐一推进，有关情况如下：
H 一、机构养老
P 辖区运营养老服务中心{centers}个，核定床位{beds}张，实际入住占用{used}张，入住率{rate}%，较上季度{change}。
?rate>85 P 床位趋于饱和，已向上级申请增设护理型床位。
H 二、居家养老
P 老年食堂累计供餐{meals}份，80周岁以上老人送餐上门不收配送费；上门照护{home_people}人{home_times}次，发放运营补贴{subsidy}元。
H 三、特色做法
P {way}。
P 服务热线0000-2345678，全天24小时有人接听。
G {unit}社会事务办
D {signed}
WB 序号=# | 街道=unit | 养老服务中心（个）=centers | 核定床位=beds | 入住床位=used | 入住率=rate% | 供餐份数=meals | 上门照护人数=home_people | 上门照护次数=home_times | 运营补贴（元）=subsidy | 60岁以上人口=x | 特色做法=way
WBLOOKS title total
TRAP “老有所养、老有所乐”；；金民发〔2023〕15号；；80周岁；；0000-2345678；；24小时

KIND 42 | tourism | several | 枫林景区 镜湖景区 | 2023Q3 2023Q4 2024Q1 | messy proof spacing faces p:q1 d:plain |
MORE 石门景区 云台景区 古渡景区
FIELD visitors | figure | 万人次 | 1.21-19.87
FIELD delta | comparison | 万人次 | Δvisitors 增加/减少
FIELD overnight | figure, | 人次 | 3100-9900
FIELD ticket | figure | 万元 | 101.31-899.97
FIELD second | figure | 万元 | 11.31-98.97
FIELD hosts | figure | 家 | 21-69
FIELD guides | figure | 名 | 12-59
FIELD complaints | figure | 起 | ~2-11
FIELD satisfied | rate | % | 91.21-99.79
FIELD rank | figure | 位 | 1-9
FIELD shows | list | | “红叶摄影周”；；“湖畔音乐会”；；“非遗大集”；；“星空露营节”；；“龙舟体验日”；；“古法造纸课”
FIELD snag | text | | 雨天步道湿滑，部分台阶需要加装扶手；；节假日停车位紧张，车辆排到了国道边；；夜间灯光偏暗，游客反映找不到厕所；；讲解词多年未改，年轻人不爱听；；餐饮品种单一，回头客不多；；索道检修时间偏长，影响登顶
T 关于{unit}{period}运行情况的汇报
S 市文化旅游中心：
P 按照《旅游法》第七十九条有关安全保障的规定和“一张笑脸迎客来”服务标准，{unit}扎实做好接待工作。现将{period}运行情况汇报如下。
R （一）接待情况。本季度接待游客{visitors}万人次，比上季度{delta}，过夜游客达到{overnight}人次。
R （二）经营收入。实现门票收入{ticket}万元，二次消费收入{second}万元。
R （三）服务保障。在册民宿{hosts}家，持证讲解员{guides}名，游客满意度为{satisfied}%<<complaints>0|；受理投诉{complaints}起，均在7个工作日内答复>>。
R （四）活动策划。先后推出{shows:}等活动，综合评价列全市第{rank}位，AAAA级景区复核准备工作同步进行。
R （五）存在问题。{snag}。
P 下步，{unit}将以{next}旺季为重点，确保12301旅游热线畅通。
G {unit}管理处
D {signed}
WB 序号=# | 景区=unit | 接待情况//游客量（万人次）=visitors | 接待情况//过夜游客（人次）=overnight | 经营收入//门票收入（元）=ticket*10000 | 经营收入//二次消费（万元）=second | 服务保障//民宿数=hosts | 服务保障//讲解员人数=guides | 服务保障//投诉起数=complaints | 服务保障//满意度（%）=satisfied | 综合评价名次=rank | 活动名称=shows | 问题=snag
WBLOOKS title total
TRAP 第七十九条；；“一张笑脸迎客来”；；7个工作日；；AAAA级；；12301

KIND 43 | river-patrol | several | 桃源镇 柏林镇 花溪镇 临江街道 银滩街道 | 2023Q2 2023Q3 2023Q4 next:2024Q1 | messy rsid bookmarks faces smarttag p:q1 d:plain |
MORE 枣林镇
FIELD patrols | figure | 次 | 101-480
FIELD km | figure | 公里 | 310.1-990.9
FIELD problems | figure | 个 | 11-58
FIELD solved | figure | 个 | <problems
FIELD rate | rate | % | solved/problems:1
FIELD trips | figure | 车次 | 21-69 | clearing
FIELD people | figure | 人次 | 210-690 | clearing
FIELD rubbish | figure | 吨 | 10.1-98.9
FIELD outlets | figure | 处 | ~2-15
FIELD boards | figure | 块 | 5-49
FIELD rivers | list | | 白沙河；；麻柳沟；；响水溪；；龙须河；；七里沟；；清溪河
FIELD weak | text | | 部分河段漂浮物反弹；；村级河长巡查记录不完整；；沿岸散养家禽清理较慢；；跨界河段责任划分不清；；雨后排口溢流尚未根治；；无人机操作人员偏少；；公示牌信息更新滞后；；个别养殖尾水直排
T {unit}{period}河长制工作情况报告
S 县河长制工作中心：
P {period}以来，{unit}坚持“水里问题岸上治”，严格执行河长制工作规程第十二条，层层压实责任。现将情况报告如下：
H 一、巡河履职
P 全域各级河长共巡河{patrols}次，巡河里程{km}公里，发现问题{problems}个，已办结{solved}个，问题办结率{rate}%<<outlets>0|，另排查入河排口{outlets}处>>。
H 二、河道保洁
P 累计出动{trips}车次{people}人次，清运垃圾{rubbish}吨，更新河长公示牌{boards}块，重点整治了{rivers:、}。
?rubbish>55 P 汛期上游来物较多，保洁经费缺口较大，恳请统筹解决。
H 三、主要指标
TH 指标 | 单位 | 完成数
TD 巡河次数 | 次 | {patrols}
TD 发现问题 | 个 | {problems}
TD 清运垃圾 | 吨 | {rubbish}
H 四、存在不足
P 一是{weak}。二是“一河一策”仍需细化，每月5日前报送的台账质量不高。
P {next}，我们将紧盯薄弱环节，补齐短板。
G {unit}河长办
D {signed}
WB 序号=# | 单位名称=unit | 巡河次数=patrols | 巡河里程（公里）=km | 发现问题数=problems | 办结问题数=solved | 出动车次=trips | 出动人次=people | 清运垃圾（吨）=rubbish | 入河排口（处）=outlets | 公示牌（块）=boards | 重点河流=rivers | 突出短板=weak
WBLOOKS title total note
TRAP “水里问题岸上治”；；第十二条；；“一河一策”；；每月5日前

KIND 44 | quarantine | one | 栗树坪乡 | 2024Q1 | messy rsid blank-lines p:q1 d:plain |
MORE 大洼乡 马蹄乡 鹿鸣乡 黄柏乡
FIELD pigs | figure | 头 | 2100-4900
FIELD birds | figure | 万羽 | 11.21-39.87
FIELD papers | figure | 份 | 310-890
FIELD slaughter | figure | 头 | 911-1890
FIELD harmless | figure | 头 | 12-58
FIELD immune | rate | % | 91.1-99.7
FIELD serum | figure | 份 | 101-209
FIELD antibody | rate | % | 71.1-89.9
FIELD area | figure | 平方米 | 12100-39800
FIELD money | figure | 万元 | 3.11-9.87
FIELD farmers | figure | 人次 | 221-298
FIELD met | date | |
T {unit}{period}动物检疫与防疫工作汇报
S 县畜牧兽医事务中心：
P 依照《动物防疫法》第二十九条和栗政办〔2022〕31号文件，{unit}从严把好检疫关口，现就{period}工作汇报如下。
H 一、产地与屠宰检疫
I 1、产地检疫生猪{pigs}头、家禽{birds}万羽，开具检疫证明{papers}份。养殖户须在出栏前3天申报，这一要求已写入告知书。
I 2、屠宰检疫生猪{slaughter}头，检出病害并作无害化处理{harmless}头，兑付补助资金{money}万元。
H 二、春季防疫
I 1、强制免疫密度达{immune}%；采集血样{serum}份，抗体合格率为{antibody}%。
I 2、对圈舍、交易市场消毒{area}平方米，{met}召开培训会，参训{farmers}人次。
H 三、打算
P 继续推行“先打后补”，畅通12316服务热线，做到“早、快、严、小”。
G {unit}动物防疫站
D {signed}
WB 乡镇=unit | 产地检疫生猪（头）=pigs | 产地检疫家禽（羽）=birds*10000 | 检疫证明（份）=papers | 屠宰检疫（头）=slaughter | 无害化（头）=harmless | 免疫密度=immune% | 血样（份）=serum | 抗体合格率（%）=antibody | 消毒面积（㎡）=area | 补助（万元）=money | 培训日期=met | 参训人次=farmers | 存栏母牛=x
WBLOOKS total
TRAP 第二十九条；；栗政办〔2022〕31号；；3天；；“先打后补”；；12316；；“早、快、严、小”

KIND 45 | parcels | marks | 城东网点 城西网点 站北网点 | 2024Q2 | rsid spacing messy p:q2 | ○○
MORE 滨河网点 开发区网点
FIELD received | figure | 万件 | 1.21-9.87
FIELD sent | figure | 万件 | 1.21-8.97
FIELD couriers | figure | 名 | 11-49
FIELD villages | figure | 个 | 8-29
FIELD lost | figure | 件 | 2-19
FIELD paid | figure | 元 | 310-990
FIELD ontime | rate | % | 91.1-99.7
FIELD checks | figure | 批次 | 21-59
T {unit}{period}寄递服务与安全情况表
P 填报网点：{unit}　　填报日期：{signed}
P 一、业务量。本季度进港快件{received}万件，出港快件{sent}万件，及时妥投率{ontime}%。
P 二、队伍与覆盖。在岗快递员{couriers}名，直投到村{villages}个。
P 三、安全。落实“三项制度”，开箱验视抽查{checks}批次；丢损快件{lost}件，赔付{paid}元。
P 注：1.单件保价不超过3000元；2.投诉电话12305；3.本表于季后10日内报送。
G 网点负责人（签字）：
WB 网点=unit | 进港（万件）=received | 出港（万件）=sent | 快递员=couriers | 直投村数=villages | 丢损件数=lost | 赔付金额（元）=paid | 妥投率=ontime% | 开箱验视（批次）=checks | 电动车数=x
WBLOOKS title
TRAP “三项制度”；；3000元；；12305；；10日

KIND 46 | pest | several | 青松林场 白桦林场 红杉林场 | 2023H2 2024H1 | messy rsid spacing faces p:h d:chinese |
MORE 云杉林场 香樟林场
FIELD area | figure | 万亩 | 1.21-9.87
FIELD treated | figure | 万亩 | 0.31-1.19
FIELD rate | rate | % | treated/area:2
FIELD lamps | figure | 盏 | 21-99
FIELD sorties | figure | 架次 | 11-58
FIELD bins | figure | 个 | 101-390
FIELD found | date | |
FIELD kinds | rows | | species：松褐天牛；；马尾松毛虫；；竹蝗；；杨扇舟蛾；；栗瘿蜂/mu：110-990/drug：11.1-49.9
FIELD cause | text | | 去冬偏暖，虫卵越冬基数大；；纯林比例高，天敌种群稀少；；疫木外运检查有漏洞；；监测点布设不均，山脊一带空白较多；；药剂到货晚，错过了低龄幼虫期；；护林员更替频繁，识虫能力参差不齐
T {unit}
T {period}林业有害生物防治工作总结
P {period}，{unit}以“治早、治小、治了”为方针，执行LY/T 1681—2006标准，推进绿色防控，{found}首次监测到成虫羽化。
P （一）防治完成情况。应施调查面积{area}万亩，完成防治{treated}万亩，占{rate}%。布设诱捕器{bins}个、太阳能杀虫灯{lamps}盏，无人机飞防{sorties}架次。
P （二）分虫种情况见下表：
TH 虫种 | 发生情况 | <
TH ^ | 面积（亩） | 用药（千克）
TR kinds | {species} | {mu} | {drug}
P （三）原因分析。{cause}。
?sorties>30 P 飞防作业前已提前3日张贴公告，提醒养蜂户转场。
P 专此报告。
G {unit}
D {signed}
WB 序号=# | 林场=unit | 调查面积（亩）=area*10000 | 防治面积（亩）=treated*10000 | 诱捕器（个）=bins | 杀虫灯（盏）=lamps | 飞防架次=sorties | 首见成虫日期=found | 原因分析=cause | 护林员=x
WBLOOKS title total
HEADER 林业有害生物防治
TRAP “治早、治小、治了”；；LY/T 1681—2006；；3日

KIND 47 | sports | marks | 松涛社区 荷塘社区 望月社区 | 2024H1 | rsid latin p:h | underline
MORE 新塘社区 柳溪社区
FIELD grounds | figure | 处 | 3-19
FIELD area | figure | 平方米 | 1100-4900
FIELD kit | figure | 件 | 41-190
FIELD repaired | figure | 件 | 3-29
FIELD matches | figure | 场 | 2-15
FIELD players | figure | 人次 | 310-1900
FIELD coaches | figure | 人 | 5-29
FIELD pass | rate | % | 81.1-97.9
T 群众体育工作半年报表
P 填报单位：{unit}　　报告期：{period}
P 1．场地设施：辖区现有健身场地{grounds}处，总面积{area}平方米，健身器材{kit}件，维修更换{repaired}件。
P 2．赛事活动：组织比赛{matches}场，参加{players}人次；社会体育指导员{coaches}人。
P 3．体质监测：抽测居民达标率{pass}%（抽测对象为20—59岁）。
P 4．器材质保期为5年，损坏请拨打0000-5566778报修。“全民健身日”为每年8月8日。
P 审核人：            填表人：
D {signed}
WB 社区=unit | 健身场地处数=grounds | 场地面积=area | 器材件数=kit | 维修件数=repaired | 赛事场次=matches | 参赛人次=players | 指导员人数=coaches | 达标率（%）=pass
WBLOOKS title
TRAP 20—59岁；；5年；；0000-5566778；；8月8日

KIND 48 | food-stalls | several | 城南所 城北所 河东所 河西所 | 2024Q2 | messy rsid empty-runs indent-spaces sign-spaces p:month d:plain |
MORE 新街所 渡口所
FIELD stalls | figure | 户 | 101-390
FIELD carded | figure | 户 | <stalls
FIELD rate | rate | ％ | carded/stalls:1
FIELD rounds | figure | 次 | 21-69
FIELD samples | figure | 批次 | 31-120
FIELD bad | figure | 批次 | 2-9
FIELD oil | figure | 公斤 | 11.1-98.9
FIELD cases | listline | | stall：老陈卤味；；小满煎饼；；阿旺炒货；；桥头凉粉；；三嫂糍粑；；夜归人烧烤/why：未公示健康证；；生熟混放；；使用过期调料；；占用消防通道/fine：110-490
FIELD heard | list | | 油烟扰民；；噪声；；占道；；餐具不洁；；明码标价
FIELD method | text | | 把摊位编号喷在地上，一摊一码；；每晚收摊后请摊主互相打分；；与小区物业约定出摊时段；；由老摊主带新摊主，签了承诺书
T {unit}{period}食品摊贩监管情况
P {period}，{unit}对照《食品摊贩管理办法》第九条，围绕“管得住、吃得香”开展整治，主要数据：登记摊贩{stalls}户，办卡{carded}户，办卡率{rate}％；夜间巡查{rounds}次，快速检测 {samples} 批次，其中不合格{bad}批次，收缴废弃油脂{oil}公斤。
P 群众反映集中在{heard:、}等方面。
P 查处的典型案例有：
L cases | （@）{stall}因{why}，罚款{fine}元；
P 经验做法：{method}。<<bad>5|对检出不合格较多的调味品已溯源到批发市场。>>
P 22:00以后出摊须降低音量，举报电话１２３１５。
G {unit}
D {signed}
WB 监管所=unit | 登记\n摊贩=stalls | 办卡\n户数=carded | 办卡率=rate% | 巡查\n次数=rounds | 快检\n批次=samples | 不合格\n批次=bad | 废弃油脂\n（公斤）=oil | 反映问题=heard | 经验做法=method | 市场内固定摊=x
WBLOOKS title total textnum
TRAP 第九条；；“管得住、吃得香”；；22:00；；１２３１５

KIND 49 | buses | several | 一车队 二车队 | 2024-01 2024-02 2024-03 | messy proof rsid latin p:monthly d:dots moved:3,4 |
MORE 三车队 四车队 机动车队
FIELD lines | figure | 条 | 5-19
FIELD trips | figure, | 班次 | 3100-9800
FIELD riders | figure | 万人次 | 21.31-89.87
FIELD delta | comparison | 万人次 | Δriders 上升/回落
FIELD km | figure | 万公里 | 11.31-19.87
FIELD ontime | rate | % | 88.11-98.89
FIELD power | figure | 千瓦时 | 61.1-89.9
FIELD praise | figure | 封 | 3-19
FIELD breakdown | figure | 起 | ~1-6
FIELD found | list | | 雨伞；；手机；；书包；；钱包；；钥匙；；保温杯
FIELD reason | text | | 受降雪影响，两条山区线路缩短运营；；高架桥维修，绕行增加；；学校放假，早高峰客流分散；；新开商场带动夜班线；；充电桩检修，部分车辆轮休；；春游包车较多，机动运力不足
T {unit}{period}营运简报
P 【客运】{period}，{unit}共运营线路{lines}条，发车{trips}班次，完成客运量{riders}万人次，环比{delta}；营运里程{km}万公里，发车准点率{ontime}%，百公里电耗{power}千瓦时。
P 【安全】<<breakdown>0|途中抛锚{breakdown}起，平均20分钟内换车。>>坚持“礼让斑马线”，车速不超过50公里/小时。
P 【服务】收到表扬信{praise}封；车上拾得{found:、}等物品，均登记招领。
P 【说明】{reason}。
P 乘客热线：0000-96196  投诉受理时间：6:30—21:00
G {unit}
D {signed}
WB 车队=unit | 线路（条）=lines | 班次=trips | 客运量（人次）=riders*10000 | 环比情况=delta | 营运里程（万公里）=km | 准点率=ontime% | 百公里电耗=power | 表扬信=praise | 抛锚=breakdown | 拾得物品=found | 情况说明=reason | 在册车辆=x
WBLOOKS total sheets
TRAP “礼让斑马线”；；20分钟；；50公里；；0000-96196；；6:30—21:00

KIND 50 | measures | one | 南岭所 | 2023 | rsid styles p:year d:plain |
MORE 北岭所 东岭所 西岭所
FIELD devices | figure | 台件 | 1210-3890
FIELD pass | rate | % | 91.2-99.7
FIELD guns | figure | 把 | 41-120
FIELD scales | figure | 台 | 310-690
FIELD meters | figure | 块 | 4100-9800
FIELD packs | figure | 批次 | 131-209
FIELD short | figure | 批次 | 2-19
FIELD saved | figure | 万元 | 11.21-39.87
FIELD firms | figure | 家 | 211-299
FIELD teach | figure | 人次 | 701-990
FIELD cases | figure | 起 | 21-35
T {unit}{period}计量监管工作总结
P {period}，{unit}认真贯彻《计量法》第九条，对强制检定目录内的器具实行台账管理，总结如下。
H 一、强制检定
P 全年检定计量器具{devices}台件，一次检定合格率{pass}%。其中：加油枪{guns}把，集贸市场电子秤{scales}台，水表、电表{meters}块。
H 二、民生计量
P 抽查定量包装商品{packs}批次，净含量不足的{short}批次；为{firms}家企业减免检定费{saved}万元，平均每件出证不超过5个工作日。
H 三、宣传与执法
B 围绕“5·20”世界计量日进商圈、进校园，受众{teach}人次。
B 立案查处计量违法行为{cases}起，作弊秤一律没收。
B 公平秤设在市场主通道30米以内，误差按JJG 539—2016检定规程判定。
P {next}拟把眼镜店验光设备纳入“双随机”检查。
G {unit}
D {signed}
WB 序号=# | 所名=unit | 器具检定（台件）=devices | 合格率=pass% | 加油枪=guns | 电子秤=scales | 水电表=meters | 定量包装抽查=packs | 净含量不足=short | 减免费用（元）=saved*10000 | 受惠企业=firms | 宣传受众=teach | 立案=cases | 编制数=x
WBLOOKS title total
TRAP 第九条；；5个工作日；；“5·20”；；30米；；JJG 539—2016；；“双随机”

KIND 51 | land-registry | several | 城关分中心 西山分中心 南湾分中心 | 2024Q1 2024Q2 | messy rsid tracked coloured p:q3 d:plain |
MORE 北坪分中心 东屏分中心
FIELD certs | figure | 本 | 310-990
FIELD proofs | figure | 份 | 210-790
FIELD mortgage | figure | 宗 | 101-390
FIELD was | figure | 宗 | prev:mortgage
FIELD hectares | figure | 公顷 | 11.21-98.87
FIELD days | figure | 个工作日 | 1.1-4.9
FIELD online | rate | % | 51.1-89.9
FIELD calls | figure | 批 | 11-39 | callers
FIELD callers | figure | 人次 | 41-160 | callers
FIELD dispute | figure | 件 | ~1-8
FIELD oldest | date | |
FIELD trouble | text | | 早年档案缺页，补正耗时；；开发企业注销，房屋无人申请首次登记；；继承材料繁琐，老人往返较多；；宗地图与现状不符，须重新测绘；；银行系统接口常断，抵押件积压；；村民对“房地一体”认识不足
T 不动产登记运行分析
T （{period}）
P 报送单位：{unit}
P 一、登记办理。核发不动产权证书{certs}本、登记证明{proofs}份，涉及土地面积{hectares}公顷；办理抵押登记{mortgage}宗（上季度为{was}宗），平均办理时长压缩至{days}个工作日，网上申请占比为{online}%。
P 二、窗口接待。接待咨询{calls}批{callers}人次，<<dispute>0|受理异议登记{dispute}件，>>严格执行《不动产登记暂行条例》第二十条30个工作日办结的底线。
P 三、历史遗留问题。最早一宗于{oldest}提交补正材料。难点在于：{trouble}。
?mortgage>240 P 因抵押业务量大，周六上午增开1个窗口。
P 四、工作要求。践行“办事不求人”，严禁收取复印费。
G {unit}
D {signed}
WB 填报单位=unit | 不动产权证书=certs | 登记证明=proofs | 抵押登记=mortgage | 上季度抵押登记=was | 土地面积（平方米）=hectares*10000 | 平均办理时长=days | 网办占比=online% | 咨询批次=calls | 咨询人次=callers | 异议登记=dispute | 最早补正日期=oldest | 难点=trouble | 窗口人数=x
WBLOOKS forms
TRAP 第二十条；；30个工作日；；1个窗口；；“办事不求人”

KIND 52 | warnings | marks | 高坪站 浅水站 云雾站 | 2024Q3 | rsid messy proof p:q1 | （　　）
MORE 青石站 落霞站
FIELD red | figure | 期 | 1-5
FIELD orange | figure | 期 | 6-19
FIELD texts | figure | 万条 | 11.21-98.87
FIELD hit | rate | % | 81.1-97.9
FIELD rain | figure | 毫米 | 210.1-690.9
FIELD guns | figure | 次 | 2-19
FIELD shells | figure | 枚 | 21-190
FIELD towns | figure | 个 | 8-29
T {unit}{period}气象预警服务小结
P 本季度，{unit}共发布红色预警{red}期、橙色预警{orange}期，推送预警短信{texts}万条，预警准确率{hit}%。
P 累计降水量{rain}毫米；实施人工增雨作业{guns}次，发射弹药{shells}枚，受益乡镇{towns}个。
P 红色预警发布后15分钟内“叫应”到村（社区），1小时降水超过50毫米时启动Ⅰ级响应。
P 报送要求：每季度末月25日前报省台，传真0000-3334445。
G 站长：
D {signed}
WB 序号=# | 气象站=unit | 红色预警=red | 橙色预警=orange | 短信条数=texts*10000 | 准确率（%）=hit | 降水量（毫米）=rain | 增雨次数=guns | 弹药枚数=shells | 受益乡镇=towns
WBLOOKS total
TRAP 15分钟；；“叫应”；；1小时；；50毫米；；25日；；0000-3334445

KIND 53 | volunteers | several | 青年志愿队 巾帼志愿队 | 2023H1 2023H2 | messy rsid bookmarks empty-runs p:h d:dash moved:4,5 dropped:8 wide:people |
MORE 银发志愿队 红烛志愿队 蓝天志愿队
FIELD members | figure | 名 | 210-690
FIELD fresh | figure | 名 | 11-98
FIELD events | figure | 场次 | 21-69
FIELD people | figure | 人次 | 310-990
FIELD hours | figure, | 小时 | 2100-9800
FIELD average | figure | 小时 | hours/members:1
FIELD stars | list | | 周小渡；；吴青荷；；郑远帆；；林晓桐；；何砚秋；；陆一鸣
FIELD story | text | | 陪独臂老人种下一片向日葵；；为山里孩子修好旧钢琴；；连夜给停电小区送水上楼；；替走失的聋哑少年找到了家
T {unit}{period}志愿服务工作小结
P {period}，{unit}弘扬“奉献、友爱、互助、进步”精神，圆满完成各项任务，现小结如下。
P 【队伍】在册志愿者{members}名，新招募{fresh}名，人均服务时长{average}小时。
P 【活动】开展服务活动{events}场次，服务群众{people}人次，累计时长{hours}小时。
P 【榜样】评出服务之星：{stars:、}。
P 【故事】队员们{story}，受到称赞。
P 【保障】为每名志愿者购买保额１０万元的意外险，集中培训不少于８学时。
P 【宣传】在公众号“邻里帮”开设专栏，每周三推送。
P 特此报告。
P {next}将继续用好“时间银行”，常态化开展“学雷锋”活动。
G {unit}
D {signed}
WB 队伍=unit | 志愿者\n人数=members | 新招募=fresh | 活动场次=events | 服务人次=people | 总时长\n（小时）=hours | 人均时长=average | 服务之星=stars | 故事线索=story | 经费（元）=x
WBLOOKS title total formula
TRAP “奉献、友爱、互助、进步”；；１０万元；；８学时；；“邻里帮”；；“时间银行”；；“学雷锋”

KIND 54 | blood | one | 湖心街道 | 2024H1 | messy rsid faces smarttag indent-spaces sign-spaces p:h d:full |
MORE 岭下街道 渔港街道 塔前街道 书院街道
FIELD donors | figure | 人次 | 1210-3890
FIELD units | figure | 单位 | 4210-6890
FIELD platelets | figure | 治疗量 | 211-390
FIELD drives | figure | 场 | 11-39
FIELD first | rate | % | 31.1-49.9
FIELD staff | figure | 人 | 101-190
FIELD refund | figure | 元 | 12100-39800
FIELD refunded | figure | 人 | 41-98
FIELD leaflets | figure | 万份 | 1.21-2.97
FIELD big | date | |
T {unit}{period}无偿献血工作报告
S 市献血服务中心：
P 现将{unit}{period}无偿献血工作情况报告如下。截至{asof}，共有{donors}人次参加献血，采集全血{units}单位、血小板{platelets}治疗量，首次献血者比例为{first}%。
P 一是广泛动员。以“一袋血，一份情”为主题发放宣传单{leaflets}万份，组织团体献血{drives}场，规模最大的一场在{big}举行。
P 二是示范带头。机关干部职工报名{staff}人，凡年满18周岁、体重50公斤以上者均可参加。
P 三是落实优待。为{refunded}人报销用血费用{refund}元；依据《献血法》第十四条，献血者家属享受同等待遇；两次全血间隔不少于6个月。
P 咨询电话：（0000）6789012。
G {unit}办事处
D {signed}
WB 序号=# | 街道=unit | 献血人次=donors | 全血采集量=units | 血小板采集量=platelets | 团体献血场次=drives | 首次献血者占比=first% | 机关报名人数=staff | 报销人数=refunded | 报销金额（元）=refund | 宣传单（份）=leaflets*10000 | 最大场次日期=big | 常住人口=x
WBLOOKS title total
TRAP “一袋血，一份情”；；18周岁；；50公斤；；第十四条；；6个月；；（0000）6789012

KIND 55 | museum | marks | 松风馆 竹影馆 石渠馆 | 2023 | rsid styles p:year | XX
MORE 墨池馆 玉衡馆
FIELD items | figure | 件（套） | 2100-9800
FIELD fixed | figure | 件 | 11-98
FIELD shown | figure | 个 | 3-19
FIELD visitors | figure | 万人次 | 1.21-19.87
FIELD minors | rate | % | 21.1-49.9
FIELD lectures | figure | 场 | 12-69
FIELD income | figure | 万元 | 21.31-98.97
FIELD checks | figure | 次 | 12-48
FIELD plan | text | | 修缮库房；；举办夜场；；编写图录；；数字建档
T {unit}{period}藏品管理与开放情况报告
P {period}，{unit}现有登记藏品{items}件（套），修复藏品{fixed}件，推出临时展览{shown}个。
P 接待观众{visitors}万人次，其中未成年人占{minors}%；举办讲座{lectures}场，文创收入{income}万元。
P 安全巡检{checks}次，库房温度控制在20℃左右、相对湿度50%—55%，实行双人双锁。
P 依照《博物馆条例》第三十四条，每周一闭馆（法定节假日除外），电话预约0000-7001234。
P 下年计划：{plan}
G {unit}
D {signed}
WB 馆名=unit | 藏品数=items | 修复数=fixed | 临展数=shown | 观众（万人次）=visitors | 未成年人占比=minors% | 讲座=lectures | 文创收入（万元）=income | 巡检次数=checks | 计划=plan
WBLOOKS title
TRAP 20℃；；50%—55%；；第三十四条；；0000-7001234

KIND 56 | parking | marks | 鼓楼中队 石坊中队 双桥中队 | 2024-05 | messy rsid bookmarks p:monthly | 【　】
MORE 花市中队 望湖中队
FIELD spaces | figure | 个 | 1100-4900
FIELD shared | figure | 个 | 110-490
FIELD turnover | figure | 次 | 2.1-6.9
FIELD tickets | figure | 起 | 210-990
FIELD towed | figure | 辆 | 11-98
FIELD income | figure | 万元 | 11.21-98.87
FIELD paid | rate | % | 81.1-97.9
FIELD complaints | figure | 件 | 5-39
T 道路停车管理月报
P 单位：{unit}　月份：{period}　报出：{signed}
TH 项目 | 内容 | 完成情况
TD 泊位 | 在管泊位 | {spaces}个
TD ^ | 错时共享 | {shared}个
TD ^ | 日均周转 | {turnover}次
TD 执法 | 抄告违停 | {tickets}起
TD ^ | 拖移车辆 | {towed}辆
TD 收费 | 实收金额 | {income}万元
TD ^ | 缴费率 | {paid}%
TD 投诉 | 受理 | {complaints}件
TD 备注：首30分钟免费；次日8:00前未缴费的列入催缴名单；投诉须在3个工作日内办结。 | < | <
P 填表人：　　　　审核人：
WB 序号=# | 中队=unit | 泊位//在管=spaces | 泊位//共享=shared | 泊位//周转（次/日）=turnover | 执法//违停=tickets | 执法//拖移=towed | 收费//实收（元）=income*10000 | 收费//缴费率=paid% | 投诉件数=complaints
WBLOOKS title
TRAP 首30分钟；；8:00；；3个工作日

KIND 57 | street-lights | several | 照明一班 照明二班 照明三班 | 2023-11 2023-12 2024-01 | messy rsid proof sdt spacing p:monthly d:spaced |
MORE 照明四班 应急班
FIELD lamps | figure | 盏 | 3100-9800
FIELD lit | rate | % | 96.11-99.79
FIELD shift | comparison | 个百分点 | Δlit 提升/下滑
FIELD repairs | figure | 处 | 21-98
FIELD poles | figure | 基 | 2-19
FIELD cable | figure | 米 | 110-990
FIELD cabinets | figure | 台 | 11-49
FIELD power | figure | 万千瓦时 | 11.21-39.87
FIELD saving | figure | 千瓦时 | 1100-4900
FIELD theft | figure | 起 | ~1-5
FIELD streets | list | | 建设路；；学府巷；；滨江道；；民主街；；织造弄；；南门桥
FIELD risk | text | | 老旧线路绝缘破损，雨后易跳闸；；挖沟施工屡屡碰断电缆；；树冠遮挡灯光，需协调修剪；；灯杆基础松动，大风天有隐患；；控制箱门锁锈蚀，难以开启；；夜间巡查人手紧，抢修时间拖长；；单灯控制器通信时断时续；；备件型号杂，仓库凑不齐；；广告牌私搭乱接
T 城市照明运维月报
P {unit}　　　　{period}
H 一、运行指标
TH 指标 | < | 数值
TD 设施 | 路灯（盏） | {lamps}
TD ^ | 控制箱（台） | {cabinets}
TD 能耗 | 用电量（万千瓦时） | {power}
TD ^ | 节电量（千瓦时） | {saving}
P 亮灯率{lit}%，较上月{shift}，行业要求不低于98%。
H 二、维修养护
P 处理故障 {repairs} 处，更换灯杆 {poles} 基，敷设电缆 {cable} 米；重点检修{streets:，}等路段<<theft>0|，发生电缆被盗{theft}起，已报警>>。
H 三、问题与风险
P {risk}。
?repairs>60 P 本月故障偏多，已抽调3人支援。
P 报修请拨12319，主干道24小时、背街小巷48小时内修复，“有路就有灯，有灯就要亮”。
G {unit}
D {signed}
WB 班组=unit | 路灯（盏）=lamps | 控制箱（台）=cabinets | 用电量（千瓦时）=power*10000 | 节电量（千瓦时）=saving | 亮灯率=lit% | 故障处数=repairs | 灯杆（基）=poles | 电缆（米）=cable | 被盗起数=theft | 检修路段=streets | 风险=risk | 人数=x
WBLOOKS title total note
TRAP 98%；；3人；；12319；；24小时；；48小时；；“有路就有灯，有灯就要亮”

KIND 58 | ferries-en | several | Northquay ; Saltmarsh ; Heron Point | Q4-2023 ; Q1-2024 | messy rsid latin-only p:en d:en dropped:10 |
MORE Gull Island ; Mill Landing
FIELD sailings | figure, | sailings | 1100-4900
FIELD riders | figure, | passengers | 21000-98000
FIELD change | comparison | | Δsailings more/fewer
FIELD cancelled | figure | | 11-98
FIELD punctual | rate | % | 81.1-97.9
FIELD fares | figure, | £ | 110000-490000
FIELD bikes | figure | bicycles | 310-990
FIELD incidents | figure | incidents | ~2-6
FIELD inspected | date | |
FIELD causes | list | | fog ; high winds ; engine repairs ; crew shortages ; low tides
FIELD remark | text | | The waiting room roof still leaks over the ticket desk ; Passengers asked for a later Friday boat ; New ramps let wheelchairs board without help ; Timetables at the bus stop were out of date ; The card reader fails in cold weather ; School parties filled most morning crossings
T Ferry Service Report: {unit}, {period}
P This report is made under section 14 of the Harbour Crossings Act 1998 and covers {period}.
H 1. Service
P The {unit} crossing ran {sailings} sailings, {change} than in the previous quarter, and carried {riders} passengers and {bikes} bicycles. A total of {cancelled} were cancelled, mainly because of {causes:, }.
P Punctuality stood at {punctual}%, against a standard of 95%. Fares brought in £{fares}.
H 2. Safety
P The vessel was inspected on {inspected}. All crew hold Form 7B certificates.<<incidents>0| There were {incidents} incidents reported within 24 hours.>>
H 3. Remarks
P {remark}.
?bikes>650 P Racks on the upper deck were full on most weekends.
P Lost property: call 0000 555 0142, Monday to Friday, 9 am to 5 pm.
G Harbour Master, {unit}
D {signed}
WB Crossing=unit | Sailings=sailings | Passengers=riders | Cancelled sailings=cancelled | Punctuality=punctual% | Fares (£)=fares | Bicycles=bikes | Incidents=incidents | Date of inspection=inspected | Causes of cancellation=causes | Remarks=remark | Moorings=x
WBLOOKS total
TRAP section 14；；1998；；95%；；Form 7B；；24 hours；；0000 555 0142；；9 am to 5 pm

KIND 59 | lifeguards-en | one | Pebble Bay | Q3-2023 | rsid messy latin-only p:en d:en |
MORE Shell Cove ; Long Sands ; Otter Beach
FIELD patrols | figure | patrols | 310-490
FIELD rescues | figure | rescues | 21-48
FIELD aid | figure | people | 110-290
FIELD swimmers | figure, | visitors | 21000-98000
FIELD lost | figure | children | 11-19
FIELD trained | figure | volunteers | 51-79
FIELD water | rate | per cent | 81.1-97.9
FIELD spent | figure, | £ | 11000-19800
FIELD held | date | |
T {unit} Lifeguard Report
P {period}
P Lifeguards at {unit} carried out {patrols} patrols between the red and yellow flags and made {rescues} rescues. First aid was given to {aid} people, and {lost} children were returned to their parents.
P An estimated {swimmers} visitors came to the beach. Water samples met the bathing standard on {water} per cent of days.
B A training day was held on {held}, with {trained} volunteers taking part.
B Spending on boards and radios came to £{spent}.
B Flags go up when waves exceed 1.5 metres; swimmers must stay 50 metres from the pier, as bylaw 12 requires.
P In an emergency dial 000 and ask for the coastguard; remember “Float to Live”.
G Head Lifeguard, {unit}
D {signed}
WB Beach=unit | Patrols=patrols | Rescues=rescues | First aid cases=aid | Visitors (est.)=swimmers | Lost children returned=lost | Volunteers trained=trained | Water quality, days met=water% | Equipment (£)=spent | Training day=held | Parking spaces=x
WBLOOKS title
TRAP 1.5 metres；；50 metres；；bylaw 12；；dial 000；；“Float to Live”

KIND 60 | trading-en | marks | Eastgate ; Millbrook ; Westfield | 2023 | rsid latin-only p:en | [insert]
MORE Thornley ; Kingsmead
FIELD visits | figure | visits | 110-490
FIELD scales | figure | scales | 210-890
FIELD pass | rate | % | 81.1-97.9
FIELD seized | figure | items | 1100-4900
FIELD value | figure | £ | 11000-49000
FIELD advice | figure | businesses | 51-190
FIELD cases | figure | prosecutions | 2-19
T Trading Standards Annual Return
P Office: {unit}    Year: {period}    Date of return: {signed}
P During the year officers made {visits} visits and tested {scales} scales, of which {pass}% were accurate within the limits of Schedule 3.
P They seized {seized} items of counterfeit goods worth £{value}, advised {advice} businesses and brought {cases} prosecutions.
P Returns must reach the registrar within 28 days. Questions: telephone 0000 555 0199, quoting reference TS/40.
G Signature of chief officer:
WB Office=unit | Inspection visits=visits | Scales tested=scales | Accurate (%)=pass | Items seized=seized | Value of goods (£)=value | Businesses advised=advice | Prosecutions=cases | Population=x
WBLOOKS title
TRAP Schedule 3；；28 days；；0000 555 0199；；TS/40
"""
