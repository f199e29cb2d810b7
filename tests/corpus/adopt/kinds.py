"""Forty kinds of reports: their words, their fields, and the workbook that units fill in. All names are invented.

KIND  name | mode | units | periods | looks | mark
mode: `several` (units x periods, filled in), `one` (a single report, filled in), `marks` (a form with marks to fill in).
FIELD lines: name | kind | measure | values | column head; values are `a-b`, `=expression`, `<whole`, `part/whole:decimals`, or texts parted by ；；
Text lines: T title, S to whom, P paragraph, H heading, U second heading, R run-in, I item, N numbered, B bullet, L a line for each of a
list, TH / TD / TR a table's head, row, and row for each of a list, G signed, D date, `?expression` before what not every report has, `<<expression|words>>` within a paragraph.
Looks: `moved:a,b` exchanges two blocks in the last report, `dropped:a` leaves one out of the second;
`wb:forms` a workbook a unit, label beside value; `wb:sheets` a sheet a period; `wb:two-rows` a head of two rows.
WB  columns of the workbook: field=head; `field*10000=head` in another measure, `field%=head` as a percent format, `x=head` of no field.
TRAP  wording that looks like a field."""

KINDS = r"""
KIND safety | several | 云溪镇 青禾镇 柳林街道 | 2023Q1 2023Q2 | messy rsid indent latin |
FIELD inspections | figure | 家次 | 31-96 | 检查企业（家次）
FIELD hazards | figure | 处 | 101-390 | 发现隐患（处）
FIELD rectified | figure | 处 | <hazards | 完成整改（处）
FIELD rate | rate | % | rectified/hazards:1 | 整改率
FIELD fines | figure | 万元 | 1.10-19.90 | 罚款金额（万元）
FIELD drills | figure | 场 | 2-9 | 应急演练（场）
FIELD note | text | | 请专家逐户会诊，隐患当场交办；；分片包干，每周通报进度；；对作坊实行一店一档，改一户销一户；；组织片区交叉检查，互相找问题；；夜间查看用电，逐户签收整改单；；请退休电工当安全顾问 |
T {unit}{period}安全生产工作情况报告
S 县安全生产委员会办公室：
P 根据《安全生产责任制实施办法》（云安委〔2022〕7号）要求，现将{unit}{period}安全生产工作情况报告如下。
H 一、基本情况
P 本季度共检查企业{inspections}家次，发现隐患{hazards}处，完成整改{rectified}处，整改率{rate}%。
?fines>6 P 对拒不整改的单位依法处罚，罚款{fines}万元。
P 组织应急演练{drills}场，24小时值班电话12350保持畅通。
H 二、主要做法
P {note}。
H 三、下步打算
P 继续落实“三个必须”，{next}重点抓好高温时段用电检查。
G {unit}人民政府
D {signed}
WB 序号 unit=单位 inspections=检查企业（家次） hazards=发现隐患（处） rectified=完成整改（处） rate%=整改率 fines=罚款（万元） drills=演练场次 x=辖区企业总数 remark=备注
TRAP 云安委〔2022〕7号；；24小时；；12350；；“三个必须”

KIND petitions | several | 云溪镇 石桥镇 | 2023Q1 2023Q2 2023Q3 | messy proof wb:forms |
FIELD letters | figure | 件 | 11-48 | 来信
FIELD batches | figure | 批 | 6-29 | 来访批次 | visits
FIELD people | figure | 人次 | 31-120 | 来访人次 | visits
FIELD net | figure | 件 | 51-99 | 网上信访
FIELD closed | figure | 件 | 103-160 | 办结
FIELD ontime | rate | % | 91.0-99.8 | 按期办结率
FIELD hot | list | | 征地补偿；；工程欠薪；；物业收费；；道路扬尘；；邻里纠纷；；水费计量 |
FIELD problem | text | | 部分事项涉及多个部门，会办用时较长；；个别事项重复反映，稳控压力较大；；基层调解力量薄弱；；政策解释不够通俗；；首办责任落实不到位；；回访环节不够及时 |
T {unit}{period}信访工作情况汇报
P {period}，我单位共受理群众来信{letters}件，接待来访{batches}批{people}人次，办理网上信访{net}件，办结{closed}件，按期办结率{ontime}%。
R （一）反映问题相对集中。主要涉及{hot:、}等方面。
R （二）办理流程逐步规范。严格执行《信访工作条例》第十七条规定，落实首接首办，5个工作日内答复受理情况。
R （三）存在的不足。{problem}。
?people>70 P 集体访有所抬头，已列入领导包案。
P 下一步，我们将坚持“如我在诉”，把问题解决在第一现场。
G {unit}综治中心
D {signed}
WB unit=责任单位 letters=来信件数 batches=来访批 people=来访人次 net=网信 closed=已办结 ontime=按期办结率（%） x=上年同期
TRAP 第十七条；；5个工作日；；“如我在诉”

KIND rural | one | 枫岭乡 | 2023Q2 | rsid spacing |
FIELD households | figure | 户 | 81-190 | 监测户数 | watched
FIELD persons | figure | 人 | 201-690 | 监测人数 | watched
FIELD removed | figure | 户 | 21-60 | 消除风险户数 | removed
FIELD removed_people | figure | 人 | 71-150 | 消除风险人数 | removed
FIELD jobs | figure | 人 | 1201-3900 | 务工人数
FIELD funds | figure | 万元 | 211.10-890.90 | 衔接资金
FIELD paid | rate | % | 51.1-89.9 | 支付率
FIELD income | figure | 元 | 9100-14900 | 人均纯收入
T {unit}{period}巩固拓展脱贫攻坚成果情况报告
S 县乡村振兴局：
P 今年以来，我乡严格落实“四个不摘”，坚持每月一研判、每季一调度。截至{asof}，全乡监测对象{households}户{persons}人，其中已消除风险{removed}户{removed_people}人。
H 一、稳岗就业
P 转移务工{jobs}人，脱贫人口人均纯收入{income}元。
H 二、资金项目
P 安排衔接资金{funds}万元，支付率{paid}%，项目库按“三年滚动”管理，依据〔2021〕19号文件执行。
H 三、下步工作
N 抓好防返贫动态监测，对“三保障”逐项过筛。
N 落实小额信贷贴息政策，5万元以下免担保。
N {next}完成项目验收。
G {unit}人民政府
D {signed}
WB 序号 unit=乡镇 households=监测对象户 persons=监测对象人 removed=消除风险户 removed_people=消除风险人 jobs=务工 income=人均纯收入(元) funds*10000=衔接资金(元) paid%=支付率
TRAP 〔2021〕19号；；“四个不摘”；；5万元；；“三保障”；；“三年滚动”

KIND budget | several | 财政所 水利站 文化站 | 2023H1 | rsid styles |
FIELD planned | figure | 万元 | 210.10-990.90 | 年初预算
FIELD spent | figure | 万元 | 101.10-205.90 | 累计支出
FIELD progress | rate | % | spent/planned:2 | 支出进度
FIELD items | rows | | item：办公费；；印刷费；；差旅费；；维修费；；培训费；；邮电费/plan：11.10-49.90/done：1.10-9.90 |
FIELD cause | text | | 采购程序用时较长；；项目尚未验收；；合同约定下半年付款；；票据传递不及时 |
T {unit}{period}预算执行情况说明
P 按照《预算法》第五十七条规定，现将{unit}{period}预算执行情况说明如下。
P 年初预算{planned}万元，截至{asof}累计支出{spent}万元，支出进度{progress}%。分项情况见下表。
TH 支出项目 | 年初预算（万元） | 累计支出（万元）
TR items | {item} | {plan} | {done}
P 支出进度低于序时进度的主要原因：{cause}。
P 我单位将按照“过紧日子”要求，压减一般性支出不低于5%。
G {unit}
D {signed}
WB unit=预算单位 planned=年初预算数 spent=累计支出数 progress=支出进度（%） x=上年决算
TRAP 第五十七条；；“过紧日子”；；5%

KIND health | marks | 青禾镇 石桥镇 双塔镇 河口镇 | 2023Q2 | rsid | ××
FIELD files | figure | 人 | 8100-29000 | 建档人数
FIELD file_rate | rate | % | 81.1-98.9 | 建档率
FIELD elderly | figure | 人次 | 610-2900 | 老年人体检
FIELD children | figure | 名 | 310-900 | 管理儿童
FIELD lectures | figure | 场次 | 3-19 | 健康讲座
FIELD visits | figure | 人次 | 1200-4900 | 慢病随访
T {unit}{period}基本公共卫生服务工作小结
P {period}，我院按照《国家基本公共卫生服务规范（第三版）》要求，扎实开展各项工作。截至{asof}，累计建立居民健康档案{files}人，建档率{file_rate}%。
I 1.重点人群管理。为65岁及以上老年人体检{elderly}人次，管理0—6岁儿童{children}名。
I 2.健康教育。举办健康讲座{lectures}场次，更换宣传栏。
I 3.慢病管理。随访高血压、糖尿病患者{visits}人次。
P 咨询电话：0000-7654321。
G {unit}卫生院
D {signed}
WB unit=机构 files=健康档案建档人数 file_rate=建档率% elderly=老年人体检（人次） children=0-6岁儿童管理 lectures=讲座场次 visits=慢病随访人次
TRAP （第三版）；；65岁；；0—6岁；；0000-7654321

KIND school-safety | marks | 云溪小学 河口中学 石桥小学 | 2023Q2 | spacing messy | ____
FIELD checks | figure | 次 | 3-12 | 安全检查
FIELD hazards | figure | 处 | 5-40 | 排查隐患
FIELD fixed | figure | 处 | <hazards | 整改隐患
FIELD drills | figure | 次 | 1-6 | 演练
FIELD pupils | figure | 人 | 301-1900 | 参演学生
FIELD lessons | figure | 课时 | 4-20 | 安全课
T 学校安全工作季度报告
P 学校（单位）：{unit}    报告期：{period}
P 本季度我校共开展安全检查{checks}次，排查隐患{hazards}处，已整改{fixed}处；组织应急疏散演练{drills}次，参加学生{pupils}人；开设安全教育课{lessons}课时。
P 校园实行“一日三巡”，门卫24小时值守，校车限载36座。
G 校长签字：
D {signed}
WB 序号 unit=学校 checks=检查次数 hazards=隐患数 fixed=整改数 drills=演练次数 pupils=参演学生数 lessons=安全课课时 x=教职工数
TRAP “一日三巡”；；24小时；；36座

KIND disclosure | several | 综合办公室 农业服务中心 | 2021 2022 | styles rsid wb:two-rows |
FIELD published | figure | 条 | 210-690 | 主动公开信息
FIELD site | figure | 条 | <published | 其中网站发布
FIELD requests | figure | 件 | 5-29 | 收到申请
FIELD carried | figure | 件 | 1-4 | 上年结转
FIELD granted | figure | 件 | 1-9 | 予以公开
FIELD partly | figure | 件 | 1-6 | 部分公开
FIELD refused | figure | 件 | =requests+carried-granted-partly-0 | 不予公开及其他
FIELD meetings | figure | 次 | 2-9 | 培训会
T {unit}{period}政府信息公开工作年度报告
P 根据《中华人民共和国政府信息公开条例》第四十九条、第五十条规定，编制本报告。统计期限为{year}年1月1日至12月31日。
H 一、总体情况
P 全年主动公开信息{published}条，其中通过网站发布{site}条；召开培训会{meetings}次。
H 二、收到和处理政府信息公开申请情况
TH 项目 | 件数
TD 一、本年新收申请 | {requests}
TD 二、上年结转申请 | {carried}
TD 三、（一）予以公开 | {granted}
TD （二）部分公开 | {partly}
TD （三）不予公开及其他 | {refused}
H 三、存在的主要问题及改进情况
P 个别栏目更新不够及时，将按“公开为常态、不公开为例外”的原则改进。
G {unit}
D {signed}
WB unit=单位 published=主动公开（条） site=网站发布（条） requests=新收申请 carried=结转 granted=予以公开 partly=部分公开 refused=不予公开 meetings=培训
TRAP 第四十九条；；1月1日；；12月31日

KIND hotline | several | 供水站 物业所 | 2023-04 2023-05 2023-06 | messy bookmarks wb:sheets |
FIELD orders | figure | 件 | 101-690 | 受理工单
FIELD done | figure | 件 | <orders | 办结
FIELD satisfied | rate | % | 81.11-99.89 | 满意率
FIELD hours | figure | 小时 | 5.1-39.9 | 平均用时
FIELD returned | figure | 件 | 1-12 | 退单
FIELD delta | comparison | 件 | 3-60 | 环比
FIELD topics | list | | 停水；；水压；；漏水；；收费；；水质；；管道施工 |
T {unit}{period}12345热线工单办理情况
P {period}，{unit}受理12345热线工单{orders}件，比上月{delta}，办结{done}件，平均用时{hours}小时，满意率{satisfied}%。
P 群众反映较多的是{topics:、}。
?returned>6 P 退回工单{returned}件，主要因派单不准。
P 请各班组对照“接单即办”要求，48小时内首次回复。
G {unit}办公室
D {signed}
WB unit=承办单位 orders=工单量 done=办结量 hours=平均用时（小时） satisfied=满意率（%） returned=退单 x=咨询类
TRAP 12345；；48小时；；“接单即办”

KIND party | marks | 云溪镇 清泉镇 双塔镇 | 2023Q2 | rsid indent | *
FIELD branches | figure | 个 | 21-60 | 党支部
FIELD members | figure | 名 | 501-1500 | 党员
FIELD lessons | figure | 场 | 11-49 | 党课
FIELD days | figure | 次 | 41-99 | 主题党日
FIELD recruits | figure | 名 | 3-19 | 发展党员
FIELD rate | rate | % | 91.0-99.9 | 参会率
T {unit}党建工作{period}小结
P 全镇现有党支部{branches}个、党员{members}名。本季度开展“三会一课”主题党课{lessons}场，主题党日{days}次，参会率{rate}%，发展党员{recruits}名。
P 一是抓实基层基础。二是抓好“两新”组织覆盖。三是抓严党费收缴，每月10日前上缴。
P （联系人：组织办，电话：0000-8800001）
D {signed}
WB unit=乡镇 branches=支部数 members=党员数 lessons=党课场次 days=主题党日次数 recruits=发展党员数 rate=参会率
TRAP “三会一课”；；“两新”；；10日；；0000-8800001

KIND rule-of-law | one | 玉带街道 | 2022 | rsid blank-lines |
FIELD reviews | figure | 件 | 11-39 | 合法性审查
FIELD cases | figure | 起 | 41-99 | 行政执法案件
FIELD fines | figure | 万元 | 3.10-29.90 | 罚没金额
FIELD lectures | figure | 场 | 12-39 | 普法讲座
FIELD listeners | figure | 人次 | 1201-4900 | 普法受众
FIELD trained | figure | 名 | 13-60 | 执法人员培训
T {unit}{period}法治政府建设工作报告
P {period}，{unit}深入贯彻《法治政府建设实施纲要（2021—2025年）》，各项工作取得新进展。
H 一、依法决策
P 完成合法性审查{reviews}件，法律顾问参与率100%。
H 二、严格执法
P 办理行政执法案件{cases}起，罚没金额{fines}万元，全面推行“三项制度”。
H 三、普法宣传
P 围绕“八五”普法，举办讲座{lectures}场，受众{listeners}人次；12月4日宪法日开展集中宣传；培训执法人员{trained}名。
H 四、下一年度打算
P 严格落实“谁执法谁普法”责任制。
G {unit}办事处
D {signed}
WB unit=单位 reviews=合法性审查件数 cases=执法案件数 fines=罚没款(万元) lectures=讲座 listeners=受众人次 trained=培训人数
TRAP （2021—2025年）；；“三项制度”；；“八五”；；12月4日；；100%

KIND environment | several | 莲塘乡 沙洲镇 松坪镇 | 2023Q2 2023Q3 | messy coloured |
FIELD patrols | figure | 人次 | 301-900 | 巡河
FIELD rubbish | figure | 吨 | 11.1-89.9 | 清理垃圾
FIELD outlets | figure | 处 | 5-29 | 排查排污口
FIELD closed | figure | 处 | <outlets | 封堵
FIELD days | figure | 天 | 61-89 | 优良天数
FIELD ratio | rate | % | 81.1-97.9 | 优良率
FIELD complaints | figure | 件 | 2-19 | 环境投诉
FIELD note | text | | 发动志愿者分段认领河道；；为每段河道立牌公示责任人；；用无人机查找死角；；组织渔民清理水草 |
T {unit}{period}生态环境保护工作情况
P 一、水环境。全乡镇河长巡河{patrols}人次，清理垃圾{rubbish}吨，排查排污口{outlets}处，封堵{closed}处。{note}。
P 二、大气环境。优良天数{days}天，优良率{ratio}%，PM2.5浓度达到二级标准。
?complaints>9 P 三、信访投诉。受理环境投诉{complaints}件，均按《环境信访办法》第十九条办理。
P 对标“2035年”远景目标，持续打好三大保卫战。
G {unit}生态环境保护站
D {signed}
WB 序号 unit=单位 patrols=巡河人次 rubbish=清理垃圾(吨) outlets=排污口 closed=封堵排污口 days=优良天数 ratio%=优良率 complaints=投诉件数 remark=备注
TRAP PM2.5；；第十九条；；“2035年”；；三大

KIND flood | marks | 河口镇 沙洲镇 北滩镇 | 2023-06 | rsid | （　）
FIELD patrols | figure | 人次 | 101-690 | 巡查
FIELD spots | figure | 处 | 3-29 | 险段
FIELD sandbags | figure | 条 | 1200-9000 | 编织袋
FIELD moved_h | figure | 户 | 11-60 | 转移户数 | moved
FIELD moved_p | figure | 人 | 31-190 | 转移人数 | moved
FIELD loss | figure | 万元 | 1.10-89.90 | 损失
T {unit}{period}防汛工作情况
P 本月出动巡查{patrols}人次，处置险段{spots}处，储备编织袋{sandbags}条（规格60×90厘米），转移群众{moved_h}户{moved_p}人，直接经济损失{loss}万元。
P 水位超过警戒线（32.5米）时启动Ⅲ级响应，1小时内报告。
D {signed}
WB unit=乡镇 patrols=巡查（人次） spots=险段（处） sandbags=编织袋（条） moved_h=转移（户） moved_p=转移（人） loss=损失（万元）
TRAP 60×90厘米；；32.5米；；Ⅲ级；；1小时

KIND hygiene | one | 梧桐街道 | 2023Q1 | messy rsid |
FIELD cleaned | figure | 处 | 31-90 | 卫生死角
FIELD rubbish | figure | 吨 | 41-99 | 垃圾
FIELD volunteers | figure | 人次 | 501-1900 | 志愿者
FIELD toilets | figure | 座 | 3-19 | 公厕
FIELD leaflets | figure | 份 | 2100-8900 | 宣传资料
T {unit}{period}爱国卫生运动开展情况
S 区爱卫办：
P 按照《关于开展第35个爱国卫生月活动的通知》，街道组织“周末大扫除”，清理卫生死角{cleaned}处，清运垃圾{rubbish}吨，参与志愿者{volunteers}人次，改造公厕{toilets}座，发放宣传资料{leaflets}份。
P 下一步，争创省级卫生街道，力争2025年通过复审。
G {unit}爱卫办
D {signed}
WB unit=街道 cleaned=清理死角 rubbish=清运垃圾 volunteers=志愿者人次 toilets=改造公厕 leaflets=宣传资料 x=保洁员
TRAP 第35个；；2025年；；“周末大扫除”

KIND relief | several | 清泉镇 双塔镇 | 2023Q1 2023Q2 | rsid messy moved:2,3 |
FIELD low_h | figure | 户 | 101-290 | 低保户数 | low
FIELD low_p | figure | 人 | 301-590 | 低保人数 | low
FIELD poor | figure | 人 | 61-95 | 特困人员
FIELD temp_h | figure | 户 | 11-49 | 临时救助户次 | temp
FIELD temp_p | figure | 人 | 51-59 | 临时救助人次 | temp
FIELD money | figure | 万元 | 21.10-96.90 | 发放资金
FIELD added | figure | 户 | 2-9 | 新增
FIELD note | text | | 村级协理员逐户走访；；与医保、残联比对信息；；为行动不便的老人上门办理；；公示栏按月更新 |
T {period}{unit}社会救助工作情况
P 截至{asof}，{unit}在册低保对象{low_h}户{low_p}人，特困供养{poor}人。本季度新增低保{added}户，实施临时救助{temp_h}户{temp_p}人，发放资金{money}万元。
P {note}，做到应保尽保、应退尽退。
P 低保标准为每人每月745元，按《社会救助暂行办法》第十一条动态调整。
G {unit}社会事务办
D {signed}
WB unit=单位 low_h=低保（户） low_p=低保（人） poor=特困（人） added=新增低保（户） temp_h=临时救助（户） temp_p=临时救助（人） money*10000=发放资金（元）
TRAP 745元；；第十一条

KIND jobs | marks | 竹园镇 望江镇 大桥镇 | 2023Q2 | spacing | XX
FIELD posts | figure | 个 | 301-900 | 岗位
FIELD placed | figure | 人 | 101-290 | 就业
FIELD trained | figure | 人次 | 51-99 | 培训
FIELD fairs | figure | 场 | 1-8 | 招聘会
FIELD loans | figure | 万元 | 51.0-190.0 | 贷款
T {unit}{period}就业创业工作总结
P {period}，全镇开发岗位{posts}个，新增就业{placed}人，培训{trained}人次，举办招聘会{fairs}场，发放创业贷款{loans}万元。
B 高校毕业生“一生一策”
B 零就业家庭动态清零
B 每周三发布岗位
D {signed}
WB unit=乡镇 posts=开发岗位数 placed=新增就业人数 trained=培训人次 fairs=招聘会场次 loans=创业贷款（万元）
TRAP “一生一策”；；每周三；；零就业

KIND crops | several | 稻香村 麦岗村 桑园村 | 2023Q2 2023Q3 | styles plain-runs dropped:3 wb:sheets |
FIELD area | figure | 亩 | 1201-4900 | 播种面积
FIELD yield | figure | 公斤 | 401-690 | 亩产
FIELD machines | figure | 台 | 11-49 | 农机
FIELD crops | rows | | crop：水稻；；小麦；；玉米；；油菜；；大豆/acres：101-390/tons：11.1-89.9 |
FIELD weather | text | | 前期干旱，后期多雨；；光照充足，墒情较好；；阴雨偏多，收晒困难；；气温偏低，成熟较晚；；风调雨顺，长势良好；；台风影响，局部倒伏 |
T {unit}{period}农业生产情况
P {period}，全村粮食播种面积{area}亩，平均亩产{yield}公斤，投入农机{machines}台。{weather}。
TH 作物 | 面积（亩） | 产量（吨）
TR crops | {crop} | {acres} | {tons}
P 严守18亿亩耕地红线，遏制“非粮化”。
G {unit}村民委员会
D {signed}
WB unit=村 area=播种面积 yield=亩产 machines=农机台数 x=农户数
TRAP 18亿亩；；“非粮化”

KIND forest-fire | one | 南坡乡 | 2023Q1 | messy tracked |
FIELD patrols | figure | 人次 | 1201-4900 | 巡山
FIELD posts | figure | 个 | 5-19 | 卡口
FIELD fuel | figure | 亩 | 301-900 | 可燃物清理
FIELD loudspeakers | figure | 个 | 21-60 | 喇叭
FIELD fires | figure | 起 | 2-6 | 野外用火查处
T {unit}{period}森林防火工作情况汇报
P 进入特别防护期（2月1日至5月31日）以来，{unit}累计巡山{patrols}人次，设置卡口{posts}个，清理林下可燃物{fuel}亩，架设喇叭{loudspeakers}个，查处野外违规用火{fires}起。
P 火警电话12119，实行“有火必报、归口管理”。
D {signed}
WB unit=乡镇 patrols=巡山人次 posts=卡口 fuel=清理可燃物（亩） loudspeakers=喇叭 fires=查处用火
TRAP 2月1日；；5月31日；；12119

KIND roads | several | 石磨村 上坪村 下坪村 | 2023H1 2023H2 | rsid latin indent |
FIELD length | figure | 公里 | 3.1-29.9 | 养护里程
FIELD potholes | figure | 处 | 31-90 | 坑槽
FIELD signs | figure | 块 | 5-29 | 标志牌
FIELD ditches | figure | 米 | 1201-3900 | 边沟
FIELD cost | figure | 万元 | 4.10-28.90 | 养护资金
FIELD last | date | | d | 验收日期
T {unit}{period}农村公路养护情况
P 养护县道X207线及村道{length}公里，修补坑槽{potholes}处，清理边沟{ditches}米，更换标志牌{signs}块，投入资金{cost}万元，{last}通过乡镇验收。<<potholes>60|其中水毁路段较多，已申请专项修复。>>
P 执行《农村公路养护管理办法》（交公路发〔2015〕190号），落实“路长制”。
G {unit}
D {signed}
WB unit=村 length=里程（公里） potholes=坑槽（处） ditches=边沟（米） signs=标志牌（块） cost*10000=资金（元） last=验收日期
TRAP X207线；；〔2015〕190号；；“路长制”

KIND market | marks | 城东所 城西所 河滨所 | 2023Q2 | rsid | mixed
FIELD shops | figure | 户次 | 101-490 | 检查
FIELD cases | figure | 件 | 5-29 | 立案
FIELD fines | figure | 万元 | 1.10-19.90 | 罚没
FIELD complaints | figure | 件 | 21-90 | 投诉
FIELD refunds | figure | 元 | 1201-9900 | 挽回损失
FIELD samples | figure | 批次 | 11-60 | 抽检
FIELD pass | rate | % | 91.1-99.9 | 合格率
T {unit}{period}市场监管工作情况
P 检查经营户{shops}户次，立案{cases}件，罚没款{fines}万元；受理投诉{complaints}件，为消费者挽回损失{refunds}元；食品抽检{samples}批次，合格率{pass}%。
P 依据《食品安全法》第一百二十六条，对“两超一非”重点整治。投诉电话12315。
D {signed}
WB unit=市场所 shops=检查户次 cases=立案数 fines=罚没款（万元） complaints=投诉件数 refunds=挽回损失（元） samples=抽检批次 pass=合格率
TRAP 第一百二十六条；；“两超一非”；；12315

KIND housing | one | 白鹭乡 | 2023Q3 | rsid spacing styles |
FIELD checked | figure | 户 | 201-690 | 排查
FIELD dangerous | figure | 户 | 11-49 | 危房
FIELD repaired | figure | 户 | 5-10 | 改造
FIELD money | figure | 万元 | 21.10-89.90 | 补助
FIELD started | date | | d | 开工日期
FIELD progress | rate | % | 51.1-89.9 | 开工率
T {unit}{period}农村危房改造进展情况
P 根据《农村住房安全排查技术导则》，全乡排查农房{checked}户，其中C、D级危房{dangerous}户，已改造{repaired}户，首批{started}开工，开工率{progress}%，发放补助{money}万元。
H 下一步工作
N 12月底前全部竣工。
N 严格执行人均面积18平方米标准。
G {unit}村建办
D {signed}
WB unit=乡镇 checked=排查户数 dangerous=危房户数 repaired=已改造户数 started=首批开工 progress=开工率(%) money=补助资金(万元)
TRAP C、D级；；12月底；；18平方米

KIND culture | several | 云溪镇 河口镇 | 2023Q1 2023Q2 2023Q3 | messy coloured indent |
FIELD shows | figure | 场次 | 5-29 | 演出
FIELD films | figure | 场 | 31-60 | 电影
FIELD readers | figure | 人次 | 1201-3900 | 借阅
FIELD teams | figure | 支 | 62-90 | 队伍
FIELD activities | list | | 戏曲进乡村；；全民阅读周；；广场舞展演；；非遗集市；；少儿书画展；；村晚联欢；；摄影采风 |
FIELD bests | listline | | {a}获市级表彰/a：渡口村农家书屋；；集镇文化站；；柳湾村锣鼓队；；石磨村皮影社；；茶亭村合唱团 |
T {unit}{period}公共文化服务情况
H 一、活动开展
P 本季度组织演出{shows}场次，放映电影{films}场，图书借阅{readers}人次，辅导文艺队伍{teams}支，先后举办了{activities:、}等活动。
H 二、突出亮点
L bests
H 三、存在不足
P 乡村文化人才偏少，“最后一公里”有待打通。
G {unit}文化站
D {signed}
WB unit=乡镇 shows=演出场次 films=电影场次 readers=借阅人次 teams=文艺队伍 x=馆藏册数
TRAP “最后一公里”

KIND statistics | several | 北滩镇 新渠镇 | 2023-04 2023-05 2023-06 | rsid latin |
FIELD output | figure | 亿元 | 1.10-9.90 | 规上产值
FIELD growth | rate | % | 1.1-14.9 | 产值增速
FIELD invest | figure | 万元 | 1201-8900 | 投资
FIELD retail | figure | 万元 | 901-1190 | 零售额
FIELD firms | figure | 家 | 12-39 | 规上企业
FIELD power | figure | 万千瓦时 | 101.1-390.9 | 用电量
T {unit}{period}主要经济指标运行简析
P 一、工业。规模以上工业企业{firms}家，完成产值{output}亿元，同比增长{growth}%<<growth>8|，增速高于预期>>，用电量{power}万千瓦时。
P 二、投资。完成固定资产投资{invest}万元。
P 三、消费。限额以上零售额{retail}万元。
P 注：1.规模以上工业指年主营业务收入2000万元及以上企业。2.增速按可比价计算。
G {unit}统计站
D {signed}
WB unit=乡镇 firms=规上企业数 output=工业总产值(亿元) growth%=增速 power=用电量 invest=固投(万元) retail=社零(万元)
TRAP 2000万元；；1.；；2.

KIND archives | marks | 综合办公室 统计站 司法所 | 2022 | rsid | 待填
FIELD files | figure | 卷 | 101-490 | 归档案卷
FIELD items | figure | 件 | 1201-3900 | 归档文件
FIELD scans | figure | 页 | 11000-39000 | 数字化
FIELD loans | figure | 人次 | 31-90 | 利用
FIELD staff | figure | 名 | 2-6 | 档案员
FIELD plan | text | | x |
T {unit}{period}档案工作情况
P 本年度归档案卷{files}卷、文件{items}件，数字化扫描{scans}页，提供利用{loans}人次，配备档案员{staff}名。
P 库房温度保持14℃—24℃，执行“十防”要求。
P 下一步打算：{plan}
D {signed}
WB unit=部门 files=案卷数 items=文件件数 scans=扫描页数 loans=利用人次 staff=档案员数
TRAP 14℃—24℃；；“十防”

KIND women | one | 东湖街道 | 2023H1 | messy rsid proof |
FIELD homes | figure | 个 | 5-19 | 妇女之家
FIELD trained | figure | 人次 | 301-900 | 培训
FIELD cases | figure | 件 | 11-49 | 维权
FIELD visits | figure | 户 | 201-290 | 走访
FIELD lent | figure | 万元 | 51.0-190.0 | 贷款
FIELD helped | figure | 名 | 31-60 | 儿童
T {unit}{period}妇女儿童工作情况报告
P 上半年，街道建成妇女之家{homes}个，技能培训{trained}人次，调处维权案件{cases}件，走访家庭{visits}户，协助发放贴息贷款{lent}万元，关爱困境儿童{helped}名。
P “三八”期间评选“最美家庭”；6月1日前开展慰问；公布12338维权热线。
G {unit}妇联
D {signed}
WB unit=街道 homes=妇女之家 trained=培训人次 cases=维权案件 visits=走访户数 lent=贷款（万元） helped=困境儿童
TRAP “三八”；；6月1日；；12338

KIND disabled | several | 金穗镇 杏花镇 古槐镇 | 2023Q1 2023Q2 | rsid indent-spaces dropped:3 |
FIELD certs | figure | 人 | 301-690 | 持证
FIELD aids | figure | 件 | 21-90 | 辅具
FIELD subsidies | figure | 人次 | 701-990 | 两项补贴
FIELD money | figure | 万元 | 5.10-18.90 | 补贴资金
FIELD jobs | figure | 人 | 3-19 | 就业
FIELD visits | figure | 户次 | 101-190 | 上门
FIELD note | text | | 残联专干逐户核对；；与民政信息按月比对；；邀请医生上门评定；；在村部设轮椅借用点；；为考生联系无障碍考场；；组织手工编织培训 |
T {unit}{period}残疾人工作情况
P     全镇持证残疾人{certs}人，发放两项补贴{subsidies}人次、{money}万元，适配辅具{aids}件，上门服务{visits}户次，新增就业{jobs}人。
P     {note}。第33个全国助残日期间集中宣传。
P     残疾人服务热线12385，工作日8:30—17:30受理。
G {unit}残联
D {signed}
WB unit=单位 certs=持证人数 subsidies=补贴人次 money=补贴（万元） aids=辅具件数 visits=上门服务 jobs=就业人数
TRAP 第33个；；两项补贴

KIND veterans | marks | 雁回乡 平畴乡 鹿鸣乡 | 2023Q2 | rsid messy | ×××
FIELD registered | figure | 名 | 101-390 | 建档
FIELD visits | figure | 人次 | 21-90 | 走访
FIELD money | figure | 元 | 3100-9900 | 慰问金
FIELD calls | figure | 件 | 2-19 | 来访
FIELD solved | rate | % | 91.0-99.9 | 化解率
FIELD jobs | figure | 名 | 3-19 | 就业
T {unit}{period}退役军人服务工作情况
P 建档立卡退役军人{registered}名，走访慰问{visits}人次，发放慰问金{money}元，接待来访{calls}件，化解率{solved}%，推荐就业{jobs}名。
P “八一”前完成光荣牌更换，落实“一人一档”。
D {signed}
WB unit=单位 registered=建档人数 visits=走访人次 money=慰问金 calls=来访件数 solved=化解率 jobs=推荐就业
TRAP “八一”；；“一人一档”

KIND water | several | 供水一厂 供水二厂 | 2023Q1 2023Q2 | styles rsid wb:two-rows |
FIELD supplied | figure | 万立方米 | 101.1-390.9 | 供水量
FIELD leak | rate | % | 5.1-14.9 | 漏损率
FIELD users | figure | 户 | 12100-39000 | 用户
FIELD tests | figure | 次 | 61-90 | 检测
FIELD pass | rate | % | 96.11-99.99 | 合格率
FIELD repairs | figure | 处 | 11-49 | 抢修
FIELD table | rows | | item：浊度；；余氯；；菌落总数；；色度；；酸碱度/tests：11-29/over：1-6 |
T {unit}{period}供水安全报告
P 供水{supplied}万立方米，服务用户{users}户，管网漏损率{leak}%，抢修漏点{repairs}处。<<repairs>41|漏点多在老旧管段。>>水质检测{tests}次，合格率{pass}%，执行GB 5749—2022标准。
TH 项目 | 检测次数 | 异常次数
TR table | {item} | {tests} | {over}
P 服务热线96390，24小时受理。
G {unit}
D {signed}
WB unit=水厂 supplied=供水量 users=用户数 leak%=漏损率 repairs=抢修处数 tests=检测次数 pass%=合格率
TRAP GB 5749—2022；；96390；；24小时

KIND mediation | several | 云溪司法所 青禾司法所 河口司法所 | 2023Q1 2023Q2 | messy rsid wb:forms |
FIELD disputes | figure | 件 | 31-90 | 纠纷
FIELD settled | figure | 件 | <disputes | 调解成功
FIELD success | rate | % | settled/disputes:1 | 成功率
FIELD people | figure | 人 | 111-290 | 涉及人数
FIELD sum | figure | 万元 | 21.10-98.90 | 涉及金额
FIELD lectures | figure | 场次 | 3-19 | 法治宣传
FIELD aid_c | figure | 件 | 2-12 | 法律援助件 | aid
FIELD aid_p | figure | 人次 | 13-29 | 法律援助人次 | aid
FIELD case | text | | 化解了一起相邻排水纠纷；；促成一起工伤赔付协议；；调处了一起果园承包争议；；平息了一起婚约彩礼纠纷；；了结了一起欠薪事项；；解决了一起宅基地边界争议 |
T {unit}{period}人民调解工作情况
P 共排查调处矛盾纠纷{disputes}件，调解成功{settled}件，成功率{success}%<<people>200|（含群体性纠纷）>>，涉及当事人{people}人，协议金额{sum}万元；开展法治宣传{lectures}场次，办理法律援助{aid_c}件/{aid_p}人次。
?disputes>60 P 纠纷总量处于高位，以邻里、土地类为主。
P 其中，{case}。
P 坚持“枫桥经验”，小事不出村。
D {signed}
WB unit=司法所 disputes=受理纠纷 settled=调解成功 success=成功率(%) people=涉及人数 sum=协议金额(万元) lectures=宣传场次 aid_c=法援件数 aid_p=法援人次
TRAP “枫桥经验”

KIND procurement | one | 便民服务中心 | 2023H1 | rsid latin |
FIELD contracts | figure | 份 | 11-39 | 合同
FIELD total | figure | 万元 | 101.10-390.90 | 采购总额
FIELD saved | figure | 万元 | 5.10-29.90 | 节约
FIELD save_rate | rate | % | 3.1-9.9 | 节约率
FIELD small | rate | % | 61.1-89.9 | 中小企业占比
T {unit}{period}政府采购情况说明
P 签订采购合同{contracts}份，采购总额{total}万元，节约资金{saved}万元，节约率{save_rate}%，授予中小企业占比{small}%。
P 限额标准以上项目均公开招标；依据《政府采购法实施条例》第三十条执行；单笔20万元以下按内控制度办理。
TH 序号 | 类别 | 说明
TD 1 | 货物 | 按目录采购
TD 2 | 服务 | 按目录采购
G {unit}
D {signed}
WB unit=部门 contracts=合同份数 total=采购总额（万元） saved=节约额（万元） save_rate=节约率（%） small=中小企业（%）
TRAP 第三十条；；20万元

KIND assets | marks | 财政所 文化站 水利站 | 2022 | rsid | underline
FIELD pieces | figure | 件 | 301-900 | 资产件数
FIELD value | figure | 万元 | 101.10-690.90 | 原值
FIELD net | figure | 万元 | 51.10-99.90 | 净值
FIELD scrapped | figure | 件 | 3-29 | 报废
FIELD idle | figure | 件 | 32-49 | 闲置
T 固定资产清查情况表（文字部分）
P 单位：{unit}，清查基准日：{year_end}。
P 本单位固定资产{pieces}件，原值{value}万元，净值{net}万元；本年报废{scrapped}件，闲置{idle}件。
P 单价1000元以上列入固定资产（专用设备1500元）。
D {signed}
WB unit=单位 pieces=件数 value=原值（万元） net=净值（万元） scrapped=报废件数 idle=闲置件数
TRAP 1000元；；1500元

KIND ideology | several | 云溪镇 青禾镇 柳林街道 河口镇 石桥镇 | 2022Q4 2023Q1 2023Q2 | messy rsid indent | next
FIELD sessions | figure | 次 | 3-9 | 中心组学习
FIELD seminars | figure | 次 | 1-6 | 专题研讨
FIELD meetings | figure | 次 | 2-7 | 分析研判会
FIELD articles | figure | 篇 | 11-59 | 舆情信息
FIELD sites | figure | 处 | 60-99 | 宣传阵地
FIELD staff | figure | 名 | 10-29 | 网评员
FIELD found | figure | 条 | 4-19 | 不良导向信息
FIELD handled | figure | 条 | <found | 应急处置
FIELD rate | rate | % | handled/found:1 | 处置率
FIELD titles | list | | 《基层治理读本》；；《公文写作常识》；；《统计工作问答》；；《河湖管护常识》；；《应急值守规范》；；《普法知识读本》；；《群众工作方法》 |
FIELD problem | text | | 短视频更新较慢；；通讯员队伍不够稳定；；部分阵地设施陈旧；；夜间监测存在空当；；稿件体裁比较单一；；各村来稿多少不均；；网评员培训偏少；；农家书屋开放时间偏短 |
T {unit}{period}意识形态工作分析报告
P {period}，{unit}按照意识形态工作责任制的要求，结合实际开展各项工作。现将有关情况报告如下。
H 一、本季度工作情况
R （一）抓实理论学习。组织理论学习中心组学习{sessions}次，开展专题研讨{seminars}次，先后学习了{titles}等内容。
R （二）做好宣传引导。召开分析研判会{meetings}次，报送舆情信息{articles}篇。
R （三）管好各类阵地。现有宣传阵地{sites}处，逐处落实“三审三校”。
R （四）应对网络舆情。配备网评员{staff}名，发现不良导向信息{found}条，应急处置{handled}条，处置率{rate}%。
H 二、存在的问题
P {problem}，“一岗双责”还要压实。
?articles>40 P 信息报送任务较重，专人专岗尚未落实。
H 三、下一步打算
P {next}，继续按年度计划推进各项工作。
G {unit}委员会
D {signed}
WB 序号 unit=单位 sessions=中心组学习次数 seminars=专题研讨次数 meetings=研判会次数 articles=舆情信息篇数 sites=宣传阵地处数 staff=网评员人数 found=不良导向信息条数 handled=应急处置条数 titles=学习篇目 problem=存在问题
TRAP “三审三校”；；“一岗双责”

KIND fire | several | 城东队 城西队 河滨队 新街队 老街队 | 2022Q4 2023Q1 2023Q2 | rsid proof bookmarks | next
FIELD calls | figure | 起 | 11-49 | 接警
FIELD vehicles | figure | 车次 | 51-99 | 出动车辆
FIELD people | figure | 人次 | 201-490 | 出动人员
FIELD rescued | figure | 人 | 1-9 | 营救
FIELD checks | figure | 家 | 101-199 | 检查单位
FIELD hazards | figure | 处 | 500-890 | 隐患
FIELD drills | figure | 次 | 2-8 | 演练
FIELD loss | figure | 万元 | 1.10-9.90 | 火灾损失
FIELD note | text | | 居民小区充电桩检查全覆盖；；给商铺配发逃生面罩；；联合物业清理楼道杂物；；在集市摆放灭火体验台；；走进学校讲授逃生技能；；为独居老人安装烟感；；更新水带和空气呼吸器；；开展高层建筑熟悉演练 |
T {unit}{period}消防工作情况报告
S 县消防救援大队：
H 一、灭火救援
P {period}，{unit}接警{calls}起，出动车辆{vehicles}车次、人员{people}人次，营救被困{rescued}人，直接财产损失{loss}万元。
?calls>30 P 警情较多，多为荒草和电气火灾。
H 二、防火监督
P 检查单位{checks}家，督促整改隐患{hazards}处，组织演练{drills}次。{note}。
H 三、下步工作
P 落实《消防法》第五十三条，做到“1分钟响应、3分钟到场”，{next}突出抓好重点时段防范。
G {unit}
D {signed}
WB unit=队别 calls=接警起数 vehicles=出动车次 people=出动人次 rescued=营救人数 loss=财产损失（万元） checks=检查单位数 hazards=隐患处数 drills=演练次数 note=主要做法 x=执勤车辆数
TRAP 第五十三条；；“1分钟响应、3分钟到场”

KIND library | several | Ashford Brookside Fairview | Q1-2023 Q2-2023 | latin-only rsid messy moved:-3,-2 |
FIELD visits | figure, | | 2100-18900 | Visits
FIELD loans | figure, | | 1200-8900 | Items lent
FIELD cards | figure | | 31-190 | New cards
FIELD events | figure | | 3-29 | Events
FIELD share | rate | % | 11.1-59.9 | E-book share
FIELD note | text | | The reading room was repainted；；A home delivery round was started；；The children's corner moved upstairs；；Opening hours were extended on Fridays；；The catalogue terminals were replaced；；Two volunteers joined the desk |
T {unit} Library: Report for {period}
P In {period} the library had {visits} visits and lent {loans} items; e-books made up {share}% of all loans. It issued {cards} new cards and held {events} events.
?events>15 P The hall was fully booked on most evenings.
P {note}.
P Opening hours are 9 am to 6 pm, as set by Rule 12 of the 2019 by-laws. Phone: 555-0142.
D {signed}
WB unit=Branch visits=Visits loans=Items lent share=E-book share (%) cards=Cards issued events=Events held x=Staff
TRAP 9 am to 6 pm；；Rule 12；；2019；；555-0142

KIND street-works | one | Glenmore | Q2-2023 | latin-only rsid |
FIELD metres | figure, | m | 1200-8900 | Metres resurfaced
FIELD potholes | figure | | 101-490 | Potholes filled
FIELD lamps | figure | | 11-90 | Lamps replaced
FIELD cost | figure, | EUR | 21000-99000 | Cost
FIELD on_time | rate | % | 81.1-97.9 | Jobs on time
FIELD inspected | date | | d | Inspected on
T Street Works in {unit}, {period}
P Crews resurfaced {metres} m of road, filled {potholes} potholes and replaced {lamps} lamps. The work cost EUR {cost}; {on_time}% of jobs were done on time. The town engineer inspected the sites on {inspected}.
B Section 4.2 of the code applies to all works.
B Work on the B417 continues until 2025.
D {signed}
WB unit=Town metres=Road resurfaced (m) potholes=Potholes lamps=Lamps cost=Cost (EUR) on_time%=On time inspected=Inspection
TRAP Section 4.2；；B417；；2025

KIND grants | marks | Hartwell Kingsmead Lakeside | Q2-2023 | latin-only rsid | [english]
FIELD received | figure | | 11-90 | Applications
FIELD approved | figure | | 3-10 | Approved
FIELD paid | figure | EUR | 12000-89000 | Paid
FIELD rate | rate | % | 31.1-89.9 | Approval rate
FIELD days | figure | days | 12-39 | Days to decision
T Small Grants Scheme: {unit}
P Reporting period: {period}
P We received {received} applications and approved {approved} ({rate}%). EUR {paid} was paid out. A decision took {days} days on average.
P Grants above EUR 5,000 need the approval of the board (Article 7).
P Date: {signed}
WB unit=Office received=Applications approved=Approved rate=Approval rate paid=Paid out (EUR) days=Average days
TRAP EUR 5,000；；Article 7

KIND inspections-en | several | Millbrook Northfield | Q1-2023 Q2-2023 Q3-2023 | latin-only styles plain-runs |
FIELD sites | figure | | 41-90 | Sites inspected
FIELD defects | figure | | 101-290 | Defects
FIELD fixed | figure | | <defects | Defects remedied
FIELD rate | rate | % | fixed/defects:1 | Remedied
FIELD notices | figure | | 2-12 | Notices
FIELD injuries | figure | | 13-29 | Injuries
FIELD areas | list | | scaffolding；；forklifts；；wiring；；fire exits；；noise；；ladders |
T Workplace Safety, {unit}, {period}
H 1. Figures
P The team inspected {sites} sites and recorded {defects} defects, of which {fixed} ({rate}%) were remedied. It served {notices} notices. <<injuries>20|This is above the average of past years. >>{injuries} injuries were reported.
H 2. Main areas
P Most defects concerned {areas:, }.
?notices>7 P Two employers were referred to the court.
H 3. Next steps
P The “Zero by 2030” plan continues. Form 11-B is to be used from now on.
D {signed}
WB unit=District sites=Sites defects=Defects fixed=Remedied rate%=Remedied (%) notices=Notices served injuries=Injuries
TRAP “Zero by 2030”；；Form 11-B；；Two employers

KIND energy | marks | Oakdale Ashford Fairview | 2022 | latin-only rsid messy | ____
FIELD power | figure | kWh | 21000-99000 | Electricity
FIELD gas | figure | kWh | 11000-20000 | Gas
FIELD water | figure | m³ | 301-900 | Water
FIELD saving | rate | % | 1.1-9.9 | Saving
FIELD buildings | figure | | 3-19 | Buildings
T Energy Return {period}: {unit}
P {buildings} buildings used {power} kWh of electricity, {gas} kWh of gas and {water} m³ of water. Compared with the year before, {saving}% was saved.
P Factor: 1 kWh = 0.233 kg CO2 (table 3).
P Signed on {signed}
WB unit=Site buildings=Buildings power=Electricity kWh gas=Gas kWh water=Water m3 saving=Saving %
TRAP 1 kWh = 0.233 kg CO2；；table 3

KIND complaints-en | several | Parks Housing Registry | 2023-05 2023-06 | latin-only rsid coloured |
FIELD received | figure | | 31-90 | Received
FIELD closed | figure | | <received | Closed
FIELD days | figure | days | 3.1-19.9 | Average days
FIELD upheld | rate | % | 11.1-49.9 | Upheld
FIELD oldest | date | | d | Oldest open
FIELD subjects | listline | | {a} ({n})/a：Missed bins；；Noise；；Late replies；；Broken lifts；；Lost forms/n：2-19 |
T Complaints: {unit}, {period}
P {unit} received {received} complaints and closed {closed}. The average was {days} days; {upheld}% were upheld. The oldest open complaint dates from {oldest}.
P Subjects:
L subjects
P Stage 2 replies are due within 20 working days (Code, para. 6).
D {signed}
WB unit=Department received=Complaints closed=Closed days=Avg days upheld=Upheld % oldest=Oldest open x=Compliments
TRAP Stage 2；；20 working days；；para. 6

KIND supervision | several | 农业服务中心 村镇建设办 | 2023-05 2023-06 2023-07 | messy rsid latin |
FIELD matters | figure | 项 | 21-49 | 督办事项
FIELD done | figure | 项 | 5-20 | 办结
FIELD overdue | figure | 项 | 1-4 | 超期
FIELD rate | rate | % | done/matters:1 | 办结率
FIELD list | listline | | {a}，进度{n}%/a：集镇排水改造；；冷库建设；；村道硬化；；危桥加固；；茶园滴灌；；公厕新建；；农贸市场改造/n：21-97 |
T {unit}{period}重点工作督办情况
P 本月列入督办{matters}项，办结{done}项，办结率{rate}%。
?overdue>2 P 超期{overdue}项，已约谈责任人。
P 推进中的事项：
L list
P 请按“红黄绿”三色管理要求，每周五17时前报送进展。
G {unit}
D {signed}
WB unit=单位 matters=督办事项数 done=办结数 rate%=办结率 overdue=超期数
TRAP “红黄绿”；；17时；；三色

KIND training | marks | 人事科 财务科 后勤科 | 2023H1 | rsid | N
FIELD classes | figure | 期 | 3-19 | 班次
FIELD people | figure | 人次 | 101-690 | 参训
FIELD hours | figure | 学时 | 120-490 | 学时
FIELD pass | rate | % | 91.1-99.9 | 合格率
FIELD cost | figure | 万元 | 1.10-19.90 | 经费
T {unit}{period}干部教育培训情况
P 举办培训班{classes}期，参训{people}人次，累计{hours}学时，考核合格率{pass}%，使用经费{cost}万元。
P 处级干部每年不少于110学时，执行《干部教育培训工作条例》。
D {signed}
WB unit=单位 classes=班次 people=参训人次 hours=学时 pass=合格率 cost=经费（万元）
TRAP 110学时
"""
