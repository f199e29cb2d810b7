"""Forty kinds more, the first half: their words, their fields, the workbook. All names are invented.

Written as `kinds_unseen.py` is, with these besides:
FIELD values: `a+b`, `a-b` of other fields; comparisons `Δof up/down`, with `Y` for Δ against the same period a year ago, with `%` before
      it in percent; dates `plain`, `full`, `dots`, `chinese`, `year-dots`
Text: `{quarter}` the period without its year; `@` in TR and L the number of the row or line; `\\t` a tab
WB: `head=field*1000` and `head=field/10000` in another measure; `head=field±` a comparison as a number with its sign; `head=field~` a day
      as a text; `head=field@；` a list joined otherwise than in the report; of no field: `#` numbers, `x` figures, `xt` remarks, `xn`
      names, `xp` telephones
WBLOOKS besides: totaltop, unitline, signline, readme, reorder (the units stand otherwise each period), short (云溪 for 云溪镇), narrow (a
      form without a column of measures)"""

KINDS = r"""
KIND 61 | work-safety | several | 云溪镇 石泉镇 双井镇 | 2024Q1 2024Q2 | messy rsid proof latin p:q1 d:plain |
MORE 马栏镇 青坪乡
FIELD firms | figure | 家 | 61-240
FIELD visits | figure | 家次 | 210-690
FIELD hazards | figure | 处 | 41-190
FIELD fixed | figure | 处 | <hazards
FIELD rate | rate | % | fixed/hazards:1
FIELD change | comparison | 处 | Δhazards 增加/减少
FIELD notices | figure | 份 | 5-39
FIELD fined | figure | 万元 | 0.51-9.87
FIELD drills | figure | 场 | 2-12 | drilled
FIELD drilled | figure | 人次 | 110-890 | drilled
FIELD training | date | | plain
FIELD heavy | figure | 处 | ~1-4
FIELD trouble | text | | 烟花爆竹零售点与居民楼同址，搬迁意愿低；；小作坊电气线路私拉乱接反复出现；；部分企业主重效益轻投入，培训走过场；；有限空间作业审批手续补签现象仍在；；加油站周边违建尚未拆除到位；；村级安全员待遇低、流动快
T {unit}{period}安全生产工作情况报告
S 县安全生产委员会办公室：
P 根据《县安委会2024年工作要点》（云安委〔2024〕5号）要求，{unit}树牢“生命至上、隐患清零”理念，{quarter}安全生产形势总体平稳。现报告如下：
H 一、隐患排查治理
P 纳入监管的生产经营单位{firms}家，检查{visits}家次，排查一般隐患{hazards}处，较上季度{change}，已整改{fixed}处，整改率{rate}%；下达整改指令书{notices}份，罚款{fined}万元<<heavy>0|；挂牌督办重大隐患{heavy}处，均明确了责任人>>。
?hazards>110 P 针对隐患基数偏高的问题，已提请县应急部门派专家会诊。
H 二、宣传演练
P {training}举办负责人培训班；开展应急演练{drills}场{drilled}人次。举报电话12350，24小时受理。
H 三、存在的困难
P {trouble}。
P 专此报告。
G {unit}人民政府
D {signed}
WB 序号=# | 乡镇=unit | 监管单位数=firms | 检查（家次）=visits | 一般隐患（处）=hazards | 已整改（处）=fixed | 整改率=rate% | 指令书（份）=notices | 罚款（元）=fined*10000 | 演练场次=drills | 演练人次=drilled | 培训日期=training | 重大隐患=heavy | 主要困难=trouble | 填报人=xn | 备注=xt
WBLOOKS title total
TRAP 《县安委会2024年工作要点》；；云安委〔2024〕5号；；“生命至上、隐患清零”；；12350；；24小时

KIND 62 | letters-and-visits | several | 云溪镇 石泉镇 双井镇 马栏镇 青坪乡 | 2023Q2 2023Q3 2023Q4 next:2024Q1 | messy rsid bookmarks spacing p:q2 d:plain |
MORE 竹园乡 河口镇
FIELD letters | figure | 件 | 31-180
FIELD batches | figure | 批 | 3-29 | visits
FIELD people | figure | 人次 | 31-160 | visits
FIELD net | figure | 件 | 51-290
FIELD change | comparison | 件 | Δnet 增加/减少
FIELD repeat | figure | 件 | 11-49
FIELD closed | figure | 件 | <letters
FIELD rate | rate | % | closed/letters:2
FIELD pleased | rate | % | 81.11-98.97
FIELD old | figure | 件 | ~1-6
FIELD held | date | | plain
FIELD hot | list | | 征地补偿；；农民工工资；；宅基地纠纷；；物业管理；；噪声扰民；；低保评定；；村务公开
FIELD root | text | | 历史遗留问题交织，单靠乡镇难以化解；；个别村干部解释政策不耐心，引发越级走访；；调解协议履行跟踪不紧；；网上办理答复格式化，群众不认可；；项目建设方拖欠工程款；；部门之间会商不够及时；；初信初访一次性化解率偏低；；代理代办员业务生疏
T 关于{unit}{period}信访工作情况的报告
S 县信访联席会议办公室：
P {period}，{unit}坚持和发展“小事不出格、大事不出镇”，认真执行《信访工作条例》第十八条规定，畅通渠道、就地化解，现将有关情况报告如下。
H 一、基本情况
P 共受理群众来信{letters}件，接待来访{batches}批{people}人次，办理网上信访{net}件，环比{change}；其中重复信访{repeat}件。来信办结{closed}件，办结率{rate}%，群众满意率{pleased}%<<old>0|；化解信访积案{old}件>>。
H 二、反映的主要问题
P 主要集中在{hot:、}等方面。
?people>100 P 集体访人数较多，镇党委书记已包案2件。
H 三、原因分析
P {root}。
H 四、下步打算
P {held}召开的联席会议已明确责任分工。{next}，{unit}将落实“每周一、三、五领导接访”制度，做到件件有回音。
G {unit}信访工作站
D {signed}
WB 序号=# | 单位=unit | 来信//件数=letters | 来信//办结件数=closed | 来信//办结率=rate% | 来访//批次=batches | 来访//人次=people | 网上信访//件数=net | 网上信访//环比增减=change± | 重复信访件=repeat | 满意率（%）=pleased | 化解积案=old | 联席会日期=held | 热点问题=hot | 原因分析=root | 备注=xt
WBLOOKS title total note
TRAP “小事不出格、大事不出镇”；；第十八条；；2件；；“每周一、三、五领导接访”

KIND 63 | village-assets | one | 竹园乡 | 2024H1 | messy rsid faces blank-lines p:h d:plain |
MORE 河口镇 云溪镇 石泉镇 双井镇
FIELD villages | figure | 个 | 11-19
FIELD contracts | figure | 份 | 310-690
FIELD fixed | figure | 份 | 101-209
FIELD ratio | rate | % | fixed/contracts:1
FIELD resources | figure | 亩 | 2101-6890
FIELD income | figure | 万元 | 310.11-989.97
FIELD recovered | figure | 元 | 12101-98990
FIELD posts | figure | 处 | 21-49
FIELD bids | figure | 宗 | 51-98
FIELD premium | rate | % | 5.11-19.97
FIELD lectures | figure | 人次 | 211-298
FIELD finished | date | | plain
T 关于{unit}{period}农村集体“三资”管理情况的汇报
S 县农业农村局：
P 按照《农村集体经济组织法》第三十七条和竹政发〔2023〕18号文件部署，{unit}扎实推进集体“三资”规范化管理，现将{period}情况汇报如下：
R 一、清产核资到边到底。全乡{villages}个村全部完成年度清查，登记资源性资产{resources}亩，实现集体经营收入{income}万元。
R 二、合同清理见行见效。梳理各类经济合同{contracts}份，规范问题合同{fixed}份，占{ratio}%，追回拖欠承包费{recovered}元，{finished}前全部录入平台。
R 三、交易监管应进必进。通过产权交易平台成交{bids}宗，平均溢价率{premium}%；更新公开栏{posts}处，培训村财务人员{lectures}人次。
P 下一步，我乡将继续推行“村财乡代理、组财村代管”模式，堵塞管理漏洞。
P 联系电话：0000-8123456。
G {unit}农经站
D {signed}
WB 序号=# | 乡镇=unit | 行政村数=villages | 资源性资产面积（亩）=resources | 集体经营收入（元）=income*10000 | 梳理合同（份）=contracts | 规范合同（份）=fixed | 规范占比=ratio% | 追回承包费（元）=recovered | 录入截止日期=finished | 成交宗数=bids | 平均溢价率（%）=premium | 公开栏=posts | 培训人次=lectures | 账套数=x | 填报人=xn
WBLOOKS title total unitline
TRAP 第三十七条；；竹政发〔2023〕18号；；“村财乡代理、组财村代管”；；0000-8123456

KIND 64 | budget-execution | several | 县水务中心 县园林中心 县救助站 | 2023H2 2024H1 | messy rsid tracked coloured p:h d:chinese |
MORE 县福利院 县殡仪馆
FIELD planned | figure | 万元 | 1010.11-4989.97
FIELD spent | figure | 万元 | 310.11-989.97
FIELD progress | rate | % | spent/planned:2
FIELD shift | comparison | % | %Δspent 增长/下降
FIELD travel | figure, | 元 | 12101-49890
FIELD left | figure | 万元 | planned-spent
FIELD buys | figure | 批次 | 5-29
FIELD saved | figure, | 元 | 31001-98990
FIELD idle | figure | 万元 | 1.11-29.97
FIELD items | rows | | name：人员经费；；设备购置；；零星修缮；；信息系统运维；；物业服务；；业务培训/plan：21.11-89.97/out：5.11-19.97/why：按合同节点支付；；尚在招标；；已验收待付款；；下半年集中支付
FIELD reason | text | | 项目前期论证不充分，招标两次流标；；供应商开票滞后，付款集中到年末；；人员调整，职业年金未及时做实；；上级专款下达晚，结转较多；；绩效目标设置偏低，约束力不够；；资产更新计划与预算脱节
T {unit}{period}预算执行情况分析
P 报送单位：{unit}\t报送日期：{signed}
P 截至{asof}，{unit}年初预算及追加{planned}万元，累计支出{spent}万元，执行进度{progress}%，支出较上期{shift}，预算结余{left}万元。
P 一、项目支出明细
TH 序号 | 项目名称 | 预算数（万元） | 支出数（万元） | 说明
TR items | @ | {name} | {plan} | {out} | {why}
P 二、“三公”经费。公务出行支出{travel}元，严格执行《党政机关厉行节约反对浪费条例》第十九条，做到“零招待”。
P 三、政府采购。组织采购{buys}批次，节约资金{saved}元；盘活闲置存量资金{idle}万元。
?progress>20 P 执行进度快于序时，提请按合同办理追加。
P 四、原因分析：{reason}。
P 附注：金额保留2位小数，次月10日前报国库科。
WB 预算单位=unit | 预算数（元）=planned*10000 | 支出数（元）=spent*10000 | 执行率=progress% | 较上期增减（%）=shift± | 结余（元）=left*10000 | 公务出行（元）=travel | 采购批次=buys | 采购节约（元）=saved | 盘活存量（万元）=idle | 原因分析=reason | 编制人数=x
WBLOOKS title total signline
TRAP 《党政机关厉行节约反对浪费条例》；；第十九条；；“零招待”；；2位小数；；10日前

KIND 65 | public-health | marks | 石泉卫生院 双井卫生院 马栏卫生院 | 2024Q1 | rsid messy proof p:q2 | xx
MORE 青坪卫生院 竹园卫生院
FIELD files | figure | 份 | 310-990
FIELD rate | rate | % | 81.1-97.9
FIELD old | figure | 人 | 210-690
FIELD pressure | figure | 人 | 310-890
FIELD sugar | figure | 人 | 110-290
FIELD kids | figure | 人次 | 210-490
FIELD vaccine | figure | 剂次 | 410-1900
FIELD lectures | figure | 场 | 3-19
FIELD funds | figure | 万元 | 11.21-89.97
FIELD issue | text | | 慢病随访不及时；；系统卡顿
T {unit}{period}基本公共卫生服务工作小结
S 县卫生健康局：
P {period}，{unit}新建居民健康档案{files}份，电子建档率达{rate}%。为65岁及以上老年人免费体检{old}人。
P 规范管理高血压患者{pressure}人、糖尿病患者{sugar}人，每3个月随访1次；0—6岁儿童健康管理{kids}人次，接种疫苗{vaccine}剂次。
P 举办“三减三健”健康讲座{lectures}场，拨付村医补助{funds}万元。
P 存在问题：{issue}
P 联系电话：0000-6120120
G {unit}（盖章）
D {signed}
WB 序号=# | 机构名称=unit | 新建档案（份）=files | 电子建档率=rate% | 老年人体检（人）=old | 高血压管理=pressure | 糖尿病管理=sugar | 儿童管理（人次）=kids | 疫苗接种剂次=vaccine | 讲座场次=lectures | 村医补助（元）=funds*10000 | 存在问题=issue | 填表人=xn
WBLOOKS title total
TRAP 65岁；；3个月；；1次；；0—6岁；；“三减三健”；；0000-6120120

KIND 66 | canteens | several | 云溪学校 石泉学校 双井学校 马栏学校 | 2023Q4 2024Q1 | messy rsid empty-runs indent-spaces p:month d:dots |
MORE 青坪学校
FIELD pupils | figure | 人 | 310-1900
FIELD meals | figure, | 份 | 21000-98000
FIELD cost | figure | 元 | 6.11-9.87
FIELD samples | figure | 份 | 101-290
FIELD checks | figure | 次 | 12-49
FIELD bad | figure | 项 | 3-19
FIELD mended | figure | 项 | <bad
FIELD parents | figure | 人次 | 21-98
FIELD score | figure | 分 | 81.1-97.9
FIELD waste | figure | 公斤 | 110.1-890.9
FIELD cases | listline | | what：冰柜温度偏高；；留样标签漏填；；消毒记录缺一天；；调料瓶无标识；；灭蝇灯损坏/who：后勤组；；食堂班长；；值班教师；；承包方/left：2-15
FIELD idea | text | | 开设“家长开放日”，请家长随机点餐试吃；；把每周食谱贴在校门口公示栏；；让学生代表给每道菜打分；；与合作社签订蔬菜直供协议；；给厨师办烹饪比赛；；“光盘班级”每月评比一次
T {unit}食堂食品安全工作汇报
T （{period}）
P 县教育局：
P 为深入落实《学校食品安全与营养健康管理规定》第七条校长陪餐制度，{unit}对食堂进行了全面自查。
P 一、供餐情况：在校就餐学生{pupils}人，供餐{meals}份，每餐成本 {cost} 元，食品留样{samples}份，每份不少于125克。
P 二、自查情况：开展检查{checks}次，发现问题{bad}项，完成整改{mended}项，家长委员会参与{parents}人次，满意度测评{score}分；厨余垃圾{waste}公斤。
P 仍须跟进的问题：
L cases | {what}，责任人：{who}，限{left}日内完成；
P 三、好的做法：{idea}。
?meals>60000 P 就餐人数集中，已实行错峰15分钟就餐。
P 校园食品安全监督电话：0000-12315。
G {unit}
D {signed}
WB 序号=# | 学校=unit | 就餐学生数=pupils | 供餐份数=meals | 餐均成本（元）=cost | 留样份数=samples | 检查次数=checks | 问题项=bad | 整改项=mended | 家长参与（人次）=parents | 测评得分=score | 厨余（公斤）=waste | 好的做法=idea | 联系电话=xp
WBLOOKS title totaltop
TRAP 第七条；；125克；；15分钟；；0000-12315

KIND 67 | openness | marks | 县发展改革局 县财政局 县住建局 | 2023 | rsid styles p:year | ××
MORE 县交通局 县教育局
FIELD published | figure | 条 | 310-1900
FIELD files | figure | 件 | 11-49
FIELD apply | figure | 件 | 5-39
FIELD replied | figure | 件 | 3-29
FIELD ontime | rate | % | 91.1-99.7
FIELD review | figure | 件 | 1-4
FIELD suit | figure | 件 | 1-3
FIELD press | figure | 场 | 1-6
FIELD fans | figure | 万人 | 0.31-9.87
FIELD plan | text | | 优化栏目；；加强解读
T {unit}{period}政府信息公开工作报告
P 本报告依据《政府信息公开条例》第五十条编制，电子版可在县政府门户网站下载；联系电话：0000-7654321，邮编：000000。
H 一、主动公开
P {period}，{unit}主动公开信息{published}条，其中行政规范性文件{files}件，新媒体粉丝{fans}万人，召开新闻发布会{press}场。
H 二、依申请公开
P 收到申请{apply}件，答复{replied}件，按时答复率{ontime}%（法定期限为20个工作日）。
H 三、复议诉讼
TH 类别 | 数量（件）
TD 行政复议 | {review}
TD 行政诉讼 | {suit}
H 四、改进方向
P {plan}
G {unit}
D {signed}
WB 单位名称=unit | 主动公开（条）=published | 规范性文件（件）=files | 收到申请（件）=apply | 答复（件）=replied | 按时答复率=ontime% | 行政复议=review | 行政诉讼=suit | 发布会（场）=press | 粉丝数（人）=fans*10000 | 下年改进=plan | 上年公开数=x
WBLOOKS title note
TRAP 第五十条；；0000-7654321；；20个工作日

KIND 68 | grid | several | 永安社区 长乐社区 和顺社区 德胜社区 康宁社区 | 2023Q1 2023Q2 2023Q3 next:2023Q4 | messy rsid proof smarttag faces p:bare d:plain |
MORE 仁寿社区
FIELD grids | figure | 个 | 8-29
FIELD members | figure | 名 | 31-90
FIELD walks | figure | 人次 | 410-990
FIELD events | figure | 件 | 210-690
FIELD done | figure | 件 | <events
FIELD rate | rate | % | done/events:1
FIELD change | comparison | 件 | Δevents 多/少
FIELD disputes | figure | 起 | 11-49
FIELD seniors | figure | 户 | 21-98
FIELD wechat | figure, | 条 | 1010-4890
FIELD fires | figure | 起 | ~1-4
FIELD types | list | | 楼道堆物；；飞线充电；；占道经营；；井盖破损；；宠物扰民；；高空抛物；；路灯不亮
FIELD star | text | | 三号网格：夜巡时发现燃气泄漏，及时疏散了整栋住户；；邻里议事亭让停车矛盾当面说清；；网格员结对独居老人，坚持每天一个电话；；用“红黄绿”三色管理出租屋；；志愿红马甲在暴雨夜排查了地下车库；；社区民警周末下沉，反诈宣讲进麻将馆；；请物业经理兼任网格长；；外卖骑手加入随手拍队伍
T {unit}{period}网格化服务管理工作总结
P {period}，{unit}按照“一格一员、一员多能”的思路，不断提升基层治理水平，现总结如下：
P 一、网格运行。共划分网格{grids}个，配备专兼职网格员{members}名，入户走访{walks}人次，走访独居老人{seniors}户。
P 二、事件办理。网格上报事件{events}件，较上季度{change}，办结{done}件，办结率为{rate}%，居前的是{types:；}。调处矛盾纠纷{disputes}起，微信群回复群众{wechat}条<<fires>0|，扑救初起火情{fires}起>>。
?disputes>28 P 邻里纠纷仍处高位，拟增设1名专职调解员。
P 三、亮点案例。{star}。
P 四、问题不足。网格员年龄偏大、“一人多岗”现象突出，平均1个网格要管300户以上。
P {next}，{unit}将继续当好居民的“店小二”。
G {unit}居民委员会
D {signed}
WB 社区=unit | 网格数=grids | 网格员人数=members | 入户走访=walks | 独居老人户数=seniors | 上报事件=events | 办结事件=done | 办结率=rate% | 较上季增减=change | 事件类型=types@、 | 纠纷起数=disputes | 微信回复（条）=wechat | 初起火情=fires | 亮点案例=star | 常住人口=x
WBLOOKS title total reorder
TRAP “一格一员、一员多能”；；1名专职调解员；；“一人多岗”；；1个网格；；300户；；“店小二”

KIND 69 | air-quality | several | 东湖片区 西山片区 | 2023-11 2023-12 2024-01 2024-02 | messy rsid latin spacing p:monthly d:plain moved:4,5 |
MORE 南河片区 北岭片区
FIELD good | figure | 天 | 15-28
FIELD ratio | rate | % | 61.1-96.9
FIELD drift | comparison | 个百分点 | Δratio 上升/下降
FIELD fine | figure | 微克/立方米 | 21-69
FIELD coarse | figure | 微克/立方米 | 71-120
FIELD sites | figure | 个 | 11-49
FIELD cars | figure | 辆 | 110-490
FIELD over | figure | 辆 | 11-49
FIELD burn | figure | 处 | 2-19
FIELD water | figure | 公里 | 310.1-990.9
FIELD fine_yuan | figure, | 元 | 1001-9890
FIELD cause | text | | 静稳天气持续，污染物不易扩散；；跨区域传输叠加本地扬尘；；春节前后烟花集中燃放；；冬季散煤复燃抬头；；道路施工围挡不严，裸土未覆盖；；渣土车夜间抛洒遗漏；；风沙过境两次，颗粒物短时飙升；；企业应急减排清单更新不及时，个别炉窑未停
T {unit}{period}大气污染防治情况通报
P 一、空气质量。{unit}{period}优良天数{good}天，优良天数比例为{ratio}%，较上月{drift}；PM2.5平均浓度{fine}微克/立方米，PM10平均浓度{coarse}微克/立方米（国家二级标准限值分别为35、70）。
P 二、重点措施
I 1.扬尘管控：检查工地{sites}个，落实“六个百分百”，道路洒水作业{water}公里。
I 2.移动源管控：路检柴油货车{cars}辆，查处超标车辆{over}辆，罚款{fine_yuan}元。
I 3.面源管控：制止露天焚烧{burn}处，推广《烟花爆竹禁放区划定方案（2023—2025年）》。
P 三、成因分析。{cause}。
P 环保举报热线：12369
G {unit}指挥部
D {signed}
WB 序号=# | 片区=unit | 优良天数=good | 优良比例（%）=ratio | PM2.5浓度=fine | PM10浓度=coarse | 检查工地=sites | 洒水里程（公里）=water | 路检货车=cars | 超标车辆=over | 罚款（万元）=fine_yuan/10000 | 焚烧处数=burn | 成因=cause | 备注=xt
WBLOOKS title sheets total
TRAP PM2.5；；PM10；；“六个百分百”；；《烟花爆竹禁放区划定方案（2023—2025年）》；；12369

KIND 70 | forest-guard | several | 松岭林场 柏坡林场 樟湾林场 | 2024Q1 2024Q2 | messy rsid sdt faces p:to d:plain wide:guards |
MORE 杉河林场
FIELD guards | figure | 名 | 21-89
FIELD patrol_km | figure, | 公里 | 2100-9800
FIELD fires | figure | 起 | ~1-5
FIELD burnt | figure | 亩 | 1.1-29.7
FIELD burnt_was | figure | 亩 | prev:burnt
FIELD belts | figure | 公里 | 11.1-89.9
FIELD trees | figure | 万株 | 1.21-9.87
FIELD survive | rate | % | 81.1-97.9
FIELD stations | figure | 座 | 3-12
FIELD cards | figure | 份 | 210-990
FIELD seized | rows | | kind：松木；；杂木；；竹材；；野生兰草/cube：1.1-9.9/people：1-6
FIELD lead | date | | chinese
FIELD need | text | | 请求增配风力灭火机与对讲机；；瞭望塔年久失修，急需加固；；护林员人身意外险尚未续保；；林区道路塌方三处，车辆无法通行；；恳请解决卡口值守人员冬季取暖补贴；；无人机电池老化，续航不足一刻钟
T {unit}森林资源管护工作小结
P 报告期：{period}
P 按照“打早、打小、打了”要求，{unit}全面落实林长制，{lead}起进入高火险期，24小时值班。
P （一）巡护。护林员{guards}名，巡护里程{patrol_km}公里，检查站{stations}座，发放《森林防火条例》第二十八条宣传卡{cards}份。
P （二）火情。过火面积{burnt}亩（上期{burnt_was}亩）<<fires>0|，处置火情{fires}起，未造成人员伤亡>>；新开防火隔离带{belts}公里。
P （三）造林。补植苗木{trees}万株，成活率{survive}%。
P （四）查处盗伐情况：
TH 木材种类 | 数量（立方米） | 涉案人员（人）
TR seized | {kind} | {cube} | {people}
P （五）困难与建议。{need}。
?stations>7 P 卡口较多，建议合并2处。
P 森林火警电话：12119。
G {unit}
D {signed}
WB 林场名称=unit | 护林员=guards | 巡护里程=patrol_km | 检查站=stations | 宣传卡=cards | 过火面积=burnt | 上期过火面积=burnt_was | 火情起数=fires | 隔离带长度=belts | 补植苗木（株）=trees*10000 | 成活率=survive% | 高火险起始日=lead~ | 困难建议=need | 场长=xn
WBLOOKS forms
TRAP “打早、打小、打了”；；24小时；；第二十八条；；2处；；12119

KIND 71 | disabled-persons | one | 河口镇 | 2024Q2 | messy rsid proof latin indent-spaces sign-spaces p:q1 d:full |
MORE 云溪镇 石泉镇 双井镇 青坪乡
FIELD holders | figure | 人 | 1010-2890
FIELD severe | figure | 人 | 310-690
FIELD grants | figure | 万元 | 21.11-89.97
FIELD nursing | figure | 元 | 101010-298900
FIELD homes | figure | 户 | 31-90
FIELD devices | figure | 件 | 101-290
FIELD trained | figure | 人次 | 41-98
FIELD placed | figure | 人 | 12-29
FIELD served | rate | % | 91.11-99.87
FIELD visits | figure | 批 | 15-24 | visits
FIELD visitors | figure | 人次 | 32-60 | visits
FIELD fair | date | | plain
T {unit}{period}残疾人工作情况汇报
S 县残疾人联合会：
P 现将{unit}{period}残疾人工作情况汇报如下：
P 一、摸清底数。全镇持证残疾人{holders}人，其中重度残疾人{severe}人。发放困难残疾人生活补贴{grants}万元、重度残疾人护理补贴{nursing}元。
P 二、康复服务。完成家庭无障碍改造{homes}户，适配辅助器具{devices}件，基本康复服务率达{served}%。
P 三、就业帮扶。{fair}举办“就业援助月”专场招聘，培训{trained}人次，新增就业{placed}人。《残疾人就业条例》第八条的要求已向企业逐一宣讲。
P 四、维权信访。接待来访{visits}批{visitors}人次，均已妥善处理。
P 截至{asof}，各项补贴已全部打卡到位。服务电话：0000-5201314。
G {unit}残联
D {signed}
WB 序号=# | 乡镇=unit | 持证人数=holders | 重度人数=severe | 生活补贴（元）=grants*10000 | 护理补贴（元）=nursing | 无障碍改造（户）=homes | 辅具适配（件）=devices | 康复服务率（%）=served | 培训人次=trained | 新增就业=placed | 来访批次=visits | 来访人次=visitors | 招聘会日期=fair~ | 备注=xt
WBLOOKS title total short
TRAP “就业援助月”；；第八条；；0000-5201314

KIND 72 | records | marks | 县民政局 县人社局 县水利局 | 2023H2 | rsid bookmarks p:h | ____
MORE 县林业局 县统计局
FIELD files | figure | 卷 | 310-990
FIELD pieces | figure | 件 | 1010-4890
FIELD scans | figure | 万页 | 1.21-9.87
FIELD readers | figure | 人次 | 41-190
FIELD copies | figure | 页 | 210-990
FIELD opened | figure | 件 | 11-98
FIELD warm | figure | ℃ | 14.1-23.9
FIELD rate | rate | % | 81.1-97.9
FIELD staff | figure | 名 | 2-9
T 档案工作半年报
P 单位名称：{unit}　　报告期：{period}
P 一、归档情况：整理归档文书档案{files}卷，接收电子文件{pieces}件，归档率{rate}%。
P 二、数字化情况：扫描加工{scans}万页（分辨率不低于300dpi）。
P 三、利用情况：接待查阅{readers}人次，复制{copies}页，开放鉴定{opened}件（依据《档案法》第二十七条，满25年向社会开放）。
P 四、库房情况：平均温度{warm}℃，专兼职档案员{staff}名；“八防”设施完好。
P 填表日期：{signed}　　联系电话：0000-3120456
WB 单位名称=unit | 归档卷数=files | 电子文件（件）=pieces | 归档率=rate% | 扫描页数=scans*10000 | 查阅人次=readers | 复制页数=copies | 开放鉴定件数=opened | 库房温度=warm | 档案员=staff | 备注=xt
WBLOOKS title
TRAP 300dpi；；第二十七条；；25年；；“八防”；；0000-3120456

KIND 73 | veterans | several | 云溪镇 石泉镇 双井镇 | 2023Q3 2023Q4 | messy rsid bookmarks tracked p:q1 d:spaced moved:3,5 dropped:9 |
MORE 马栏镇 河口镇
FIELD served | figure | 人次 | 310-990
FIELD plaques | figure | 块 | 5-39
FIELD cases | figure | 件 | 11-49
FIELD closed | figure | 件 | <cases
FIELD helped | figure | 户 | 11-69
FIELD money | figure | 万元 | 3.11-29.87
FIELD paid | figure, | 元 | 210010-989890
FIELD jobs | figure | 个 | 51-190
FIELD hired | figure | 人 | 5-39
FIELD trend | comparison | 人 | Yhired 增加/减少
FIELD graves | figure | 座 | 11-98
FIELD heroes | list | | 访谈《老兵口述（一）》；；快板《渡江往事》；；军歌联唱；；朗诵《1951年的家书》；；微视频《守岛三十年》；；老照片展播
FIELD worry | text | | 部分老兵户籍与居住地分离，联系不畅；；企业提供的岗位与专长不匹配；；烈士散葬墓迁移，亲属意见不一；；服务站场地窄小，档案无处存放；；退役士兵社保补缴材料难以查找；；村级专员身兼数职，走访次数偏少
T {unit}{period}退役军人事务工作总结
P {unit}退役军人服务站以“尊崇工作法”为抓手，做好{period}各项服务保障。
R 一、服务接待。接待退役军人{served}人次，受理诉求{cases}件，办结{closed}件。
R 二、就业创业。提供岗位{jobs}个，促成就业{hired}人，比上年同期{trend}。
R 三、优抚褒扬。悬挂光荣牌{plaques}块，发放优抚金{paid}元，修缮烈士墓{graves}座。
R 四、走访慰问。慰问困难家庭{helped}户，送去慰问金{money}万元。
R 五、宣传教育。录制{heroes:、}等节目，在“老兵讲堂”播出。
P 存在的主要问题是：{worry}。
?money>15 P 慰问资金缺口由镇财政统筹，3日内拨付。
P 依据《退役军人保障法》第七十三条，相关证明材料不收取工本费。
P 退役军人服务热线：0000-8181927。
G {unit}退役军人服务站
D {signed}
WB 序号=# | 乡镇=unit | 接待（人次）=served | 诉求（件）=cases | 办结（件）=closed | 提供岗位=jobs | 就业人数=hired | 同比=trend | 光荣牌=plaques | 优抚金（万元）=paid/10000 | 烈士墓=graves | 慰问户数=helped | 慰问金（元）=money*10000 | 节目名称=heroes | 问题=worry
WBLOOKS title total textnum
TRAP “尊崇工作法”；；“老兵讲堂”；；3日内；；第七十三条；；0000-8181927

KIND 74 | fitness | marks | 永安社区 长乐社区 和顺社区 | 2024Q3 | rsid latin messy p:q1 | 待填
MORE 德胜社区 康宁社区
FIELD paths | figure | 条 | 3-19
FIELD length | figure | 公里 | 1.1-19.7
FIELD kit | figure | 套 | 11-90
FIELD games | figure | 场次 | 2-15
FIELD players | figure | 人次 | 310-1900
FIELD guides | figure | 名 | 5-29
FIELD tested | figure | 人 | 101-490
FIELD pass | rate | % | 81.1-97.9
FIELD cost | figure | 元 | 3100-9800
T 全民健身工作季报表
P 填报单位：{unit}
P 报告期间：{period}
TH 指标 | 计量单位 | 数量
TD 健身步道 | 条 | {paths}
TD 步道长度 | 公里 | {length}
TD 健身器材 | 套 | {kit}
TD 赛事活动 | 场次 | {games}
TD 参与人数 | 人次 | {players}
P 社会体育指导员{guides}名；国民体质监测{tested}人，合格率{pass}%；维护经费{cost}元。
P 填表说明：1.“15分钟健身圈”按步行距离计算；2.赛事指10人以上参加的活动；3.每季度末月28日前报送。
P 负责人：　　　　填表日期：{signed}
WB 社区=unit | 健身步道条数=paths | 步道长度（公里）=length | 健身器材套数=kit | 赛事场次=games | 参与人次=players | 指导员人数=guides | 监测人数=tested | 合格率（%）=pass | 维护经费（元）=cost | 健身队数=x
WBLOOKS title total short
TRAP “15分钟健身圈”；；10人以上；；28日前

KIND 75 | market-watch | several | 城关所 石泉所 河口所 双井所 | 2024Q1 2024Q2 | messy rsid proof merged-runs p:cum d:plain |
MORE 青坪所
FIELD shops | figure | 户 | 1010-4890
FIELD fresh | figure | 户 | 51-290
FIELD checks | figure | 户次 | 310-990
FIELD samples | figure | 批次 | 21-98
FIELD pass | rate | ％ | 91.1-99.7
FIELD lifts | figure | 台 | 31-190
FIELD filed | figure | 起 | 11-49
FIELD more | comparison | 起 | Yfiled 增加/减少
FIELD fines | figure | 万元 | 1.11-29.87
FIELD calls | figure | 件 | 101-490
FIELD refund | figure | 元 | 3101-9890
FIELD goods | list | | 散装白酒；；儿童玩具；；电动自行车；；化肥；；老年保健品；；燃气灶具
FIELD typical | text | | 某超市销售过期酸奶，罚没款已缴清；；一家药店无处方销售抗生素；；化肥袋标识与含量不符，现已下架；；网红餐厅虚标“野生”字样；；加油机铅封破损，责令停用；；校外培训机构虚假宣传，退费到位；；电梯维保单位半月未到场；；果摊使用“鬼秤”，当场没收
T {unit}市场监管工作通报
T （{period}）
P {period}，{unit}紧扣“讲政治、强监管、促发展、保安全”总思路，主要做了以下工作。
P 一是优化准入服务。辖区经营主体{shops}户，新登记{fresh}户。
P 二是强化日常监管。检查经营主体{checks}户次，抽检{samples}批次，合格率{pass}％；检查电梯{lifts}台。重点检查了{goods:、}。
P 三是严查违法行为。立案{filed}起（同比{more}），罚没款{fines}万元。典型案例：{typical}。
P 四是维护消费权益。处理投诉举报{calls}件，挽回损失{refund}元。<<calls>300|投诉量大的经营户已被约谈。>>
P 投诉请拨12315，依据《消费者权益保护法》第五十五条可主张“退一赔三”。
G {unit}
D {signed}
WB 序号=# | 单位=unit | 登记//经营主体（户）=shops | 登记//新登记（户）=fresh | 监管//检查（户次）=checks | 监管//抽检（批次）=samples | 监管//合格率=pass% | 监管//电梯（台）=lifts | 监管//重点商品=goods | 执法//立案（起）=filed | 执法//同比增减=more± | 执法//罚没款（元）=fines*10000 | 执法//典型案例=typical | 维权//投诉（件）=calls | 维权//挽回损失（元）=refund | 备注=xt
WBLOOKS title total short
TRAP “讲政治、强监管、促发展、保安全”；；12315；；第五十五条；；“退一赔三”

KIND 76 | drinking-water | one | 马栏镇 | 2024-06 | messy rsid styles plain-runs p:monthly d:dots |
MORE 云溪镇 石泉镇 河口镇 双井镇
FIELD works | figure | 处 | 21-49
FIELD people | figure | 万人 | 1.21-4.87
FIELD supply | figure | 立方米 | 21010-98900
FIELD quality | rate | % | 91.11-99.87
FIELD leaks | figure | 处 | 51-98
FIELD pipes | figure | 米 | 310-990
FIELD tests | figure | 份 | 101-190
FIELD fees | figure | 万元 | 5.11-19.87
FIELD collected | rate | % | 71.1-89.9
FIELD calls | figure | 个 | 201-290
FIELD cleaned | date | | plain
T {unit}{period}农村饮水安全工作报告
P 一、供水运行
N 全镇集中供水工程{works}处，受益人口{people}万人，{period}供水{supply}立方米。
N 水质检测{tests}份，达标率{quality}%，{cleaned}完成蓄水池清洗消毒。
N 处理管网漏损{leaks}处，更换管道{pipes}米。
P 二、水费收缴
N 收缴水费{fees}万元，收缴率{collected}%，按照马发改〔2022〕9号文件执行“两部制”水价。
N 接听维修电话{calls}个，热线号码为0000-9612345。
P 三、工作要求
N 认真执行《农村供水条例》第二十二条，严禁向水源地倾倒垃圾。
G {unit}水务站
D {signed}
WB 乡镇=unit | 供水工程=works | 受益人口（人）=people*10000 | 供水量（立方米）=supply | 水质达标率=quality% | 漏损处数=leaks | 更换管道（米）=pipes | 检测份数=tests | 水费（元）=fees*10000 | 收缴率=collected% | 维修电话数=calls | 清洗日期=cleaned | 泵房数=x | 站长=xn
WBLOOKS total unitline
TRAP 马发改〔2022〕9号；；“两部制”；；0000-9612345；；第二十二条

KIND 77 | relief | marks | 云溪镇 石泉镇 双井镇 | 2024Q2 | rsid messy bookmarks p:month | （ ）
MORE 马栏镇 竹园乡
FIELD low | figure | 户 | 101-490 | low
FIELD low_people | figure | 人 | 210-990 | low
FIELD fresh | figure | 户 | 3-29
FIELD gone | figure | 户 | 3-19
FIELD money | figure | 万元 | 21.11-89.97
FIELD urgent | figure | 人次 | 11-98
FIELD urgent_money | figure | 元 | 11010-98900
FIELD orphans | figure | 名 | 2-15
FIELD rate | rate | % | 91.1-99.7
T {unit}社会救助工作情况表
P {period}，{unit}在册低保对象{low}户{low_people}人，新增{fresh}户，退出{gone}户，发放低保金{money}万元，社会化发放率{rate}%。
P 实施临时救助{urgent}人次，支出{urgent_money}元；孤儿及事实无人抚养儿童{orphans}名。
P 低保标准为每人每月680元；单次临时救助一般不超过3000元，公示期7天。
P “救急难”热线：0000-12349。
P 分管领导（签字）：　　　　经办人：
D {signed}
WB 序号=# | 乡镇=unit | 低保//户数=low | 低保//人数=low_people | 低保//新增户=fresh | 低保//退出户=gone | 低保//资金（元）=money*10000 | 低保//发放率=rate% | 临时救助//人次=urgent | 临时救助//金额（元）=urgent_money | 孤儿人数=orphans
WBLOOKS title total
TRAP 680元；；3000元；；7天；；“救急难”；；0000-12349

KIND 78 | refuse-en | several | Ashdown ; Birchley ; Cold Norton | Q3-2023 ; Q4-2023 | messy rsid latin-only p:ordinal d:en |
MORE Dunmere ; Elmstead
FIELD rounds | figure | | 310-690
FIELD tonnes | figure | tonnes | 410.1-1989.9
FIELD recycled | rate | % | 31.1-58.9
FIELD shift | comparison | % | %Δtonnes up/down
FIELD missed | figure | | 21-98
FIELD bins | figure | | 110-490
FIELD cost | figure, | CNY | 110100-489900
FIELD miles | figure, | km | 3101-9890
FIELD tips | figure | | ~2-15
FIELD cleared | date | |
FIELD wards | list | | Mill Lane ; Harbour Row ; the Green ; Quarry Hill ; Station Road
FIELD comment | text | | Frozen lids slowed the early rounds ; A new lorry came into service in the second month ; Glass is still being put in the paper bins ; Residents asked for a later pick-up ; Two crew posts remain vacant ; Garden sacks ran out before the end
T {unit}: Refuse and Recycling Report
P This report covers the {period} and is made under section 45 of the Waste Duties Act 1990.
H 1. Collections
P Crews completed {rounds} rounds over {miles} km and collected {tonnes} tonnes of waste, {shift} on the previous quarter. The recycling rate was {recycled}%, and {missed} missed collections were reported.
H 2. Equipment and cost
P We replaced {bins} bins. The service cost CNY {cost}.<<tips>0| Officers investigated {tips} cases of fly-tipping.>>
P The last backlog was cleared on {cleared}; it affected {wards:, }.
?missed>60 P Missed collections are now reviewed every Monday at 9.30.
H 3. Comments
P {comment}.
P “One bin fewer, one street cleaner” remains our motto. Call 0000 555 0107 to report a problem.
G Waste Services, {unit}
D {signed}
WB No.=# | District=unit | Rounds=rounds | Waste collected (t)=tonnes | Change on last quarter (%)=shift± | Recycling rate=recycled% | Missed collections=missed | Bins replaced=bins | Cost (CNY)=cost | Distance (km)=miles | Fly-tipping=tips | Backlog cleared=cleared | Areas affected=wards | Comments=comment | Contact=xn
WBLOOKS title total
TRAP section 45；；1990；；9.30；；“One bin fewer, one street cleaner”；；0000 555 0107

KIND 79 | fire-service-en | one | Harrow Cross | Q2-2024 | messy rsid latin-only p:q d:en |
MORE Linden Park ; Old Wharf ; Stoke Ferry
FIELD calls | figure | | 310-690
FIELD fires | figure | | 101-190
FIELD false | figure | | 51-98
FIELD minutes | figure | minutes | 6.1-9.9
FIELD hours | figure, | hours | 1101-4890
FIELD visits | figure | | 201-290
FIELD alarms | figure | | 701-990
FIELD within | rate | % | 81.1-97.9
FIELD water | figure, | m³ | 1010-2890
FIELD spent | figure, | CNY | 11010-48900
FIELD drill | date | |
T {unit} Fire Station: Report for {period}
H Incidents
P The station answered {calls} calls in {period}, of which {fires} were fires and {false} were false alarms. The first engine arrived in {minutes} minutes on average, and {within}% of calls met the standard set by Order No. 12.
P Crews used {water} m³ of water.
H Prevention
B Home safety visits: {visits}, with {alarms} smoke alarms fitted.
B Firefighters completed {hours} hours of training; the station drill took place on {drill}.
B Spending on hose and foam came to CNY {spent}.
P Our message is still “Get out, stay out, call 000”. The station can be reached on 0000 555 0163.
G Station Officer, {unit}
D {signed}
WB Station=unit | Calls=calls | Fires=fires | False alarms=false | Mean arrival (minutes)=minutes | Within standard=within% | Water used (litres)=water*1000 | Home visits=visits | Alarms fitted=alarms | Training hours=hours | Station drill=drill | Hose and foam (CNY)=spent | Crew=x | Remarks=xt
WBLOOKS title total
TRAP Order No. 12；；“Get out, stay out, call 000”；；0000 555 0163

KIND 80 | allotments-en | marks | Fern Hill ; Long Acre ; Saint Anne | Q1-2024 | rsid latin-only messy p:q | XX
MORE Brook End ; Orchard Way
FIELD plots | figure | | 41-190
FIELD vacant | figure | | 2-19
FIELD waiting | figure | | 11-98
FIELD rent | figure | CNY | 3101-9890
FIELD paid | rate | % | 81.1-97.9
FIELD area | figure | ha | 1.1-9.9
FIELD visits | figure | | 5-29
T Allotment Garden Return
P Site: {unit}    Period: {period}    Date: {signed}
P 1. The site has {plots} plots on {area} ha, of which {vacant} are vacant; {waiting} people are on the waiting list.
P 2. Rent received: CNY {rent}. Share of tenants who have paid: {paid}%.
P 3. The warden made {visits} site visits. Bonfires are not allowed before 6 pm (rule 14).
P Please return this form within 10 days to the Parks Office, telephone 0000 555 0120.
G Signed by the site secretary:
WB Site=unit | Number of plots=plots | Vacant plots=vacant | Waiting list=waiting | Area (square metres)=area*10000 | Rent received (CNY)=rent | Tenants paid (%)=paid | Warden visits=visits | Remarks=xt
WBLOOKS title
TRAP 6 pm；；rule 14；；10 days；；0000 555 0120
"""
