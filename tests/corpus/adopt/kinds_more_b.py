"""Forty kinds more (101-140), the second half. Written as the head of `kinds_more_a.py` says; all names are invented."""

KINDS = r"""
KIND 121 | blood-donation | several | 中山路献血屋 火车站献血屋 大学城献血屋 | 2024Q1 2024Q2 | messy rsid lang faces p:short d:dots |
MORE 江滩献血屋 体育场献血屋
FIELD donors | figure | 人次 | 1010-4890
FIELD donors_change | comparison | % | %Δdonors 增长/下滑
FIELD volume | figure | 单位 | 1510.5-6890.5
FIELD first | rate | % | 31.1-58.9
FIELD again | figure | 人次 | 310-990
FIELD platelet | figure | 治疗量 | 110-490
FIELD a | figure | 人份 | 210-890
FIELD b | figure | 人份 | 211-889
FIELD o | figure | 人份 | 310-980
FIELD ab | figure | 人份 | 41-190
FIELD refused | figure | 人 | 21-98
FIELD faint | figure | 例 | ~2-9
FIELD teams | figure | 家 | 5-39
FIELD volunteers | figure | 小时 | 310-990
FIELD gifts | figure, | 份 | 1100-9800
FIELD plan | text | | 延长周末采血时段至晚八点；；与影院合作发放观影券；；在军训期间开展校园专场；；更换候采区老旧座椅；；给多次捐献者寄送手写感谢信；；请骨髓捐献者现身说法
T {unit}{period}工作小结
P 市中心血站业务科：
P 我点本季度采供血情况如下，请查收。
P 一  采集情况
P 街头献血{donors}人次，比上季{donors_change}，采血{volume}单位；机采血小板{platelet}治疗量；首次献血者占{first}%，重复献血者{again}人次。
TH 血型 | 人份数
TD A型 | {a}人份
TD B型 | {b}人份
TD O型 | {o}人份
TD AB型 | {ab}人份
P 二  服务情况
P 初筛淘汰{refused}人<<faint>0|，处理晕厥等不良反应{faint}例>>；团体单位{teams}家参与，志愿者服务{volunteers}小时，发放纪念品{gifts}份。
?donors>2500 P 采血量居前，建议增加1张采血床。
P 三  下步计划
P {plan}。
P 请注意：两次全血间隔不少于6个月，《献血法》第九条；“热血一次，温暖一城”海报下周更换。服务热线0000-8800999。
G {unit}
D {signed}
WB 序号=# | 献血屋=unit | 献血人次=donors | 采血量（单位）=volume | 首次献血占比=first% | 重复献血（人次）=again | 血小板（治疗量）=platelet | 血型//A=a | 血型//B=b | 血型//O=o | 血型//AB=ab | 淘汰（人）=refused | 不良反应（例）=faint | 团体（家）=teams | 志愿（小时）=volunteers | 纪念品（份）=gifts | 计划=plan | 护士长=xn | 备注=xt
WBLOOKS title named total note
TRAP 1张采血床；；6个月；；《献血法》；；第九条；；“热血一次，温暖一城”；；0000-8800999

KIND 122 | sports-grounds | several | 东苑学校 西苑学校 南苑学校 北苑学校 | 2024-09 2024-10 | messy rsid proof pages indent-spaces p:monthly d:plain |
MORE 中苑学校
FIELD days | figure | 天 | 8-29
FIELD hours | figure | 小时 | 41.5-189.5
FIELD people | figure, | 人次 | 1010-9890
FIELD people_change | comparison | 人次 | Δpeople +/-
FIELD track | figure | 人次 | 310-990
FIELD ball | figure | 场次 | 21-98
FIELD cards | figure | 张 | 110-490
FIELD used | figure | 张 | <cards
FIELD rate | rate | % | used/cards:1
FIELD guards | figure | 名 | 2-12
FIELD broken | figure | 件 | ~2-14
FIELD fee | figure | 元 | 1100-9800
FIELD power | figure | 度 | 510.5-1989.5
FIELD hurt | figure | 起 | 1-9
FIELD walkers | listline | | place：篮球场；；羽毛球馆；；足球场；；田径跑道；；乒乓球长廊/slot：早间；；午后；；傍晚；；夜间/people：110-990
FIELD idea | text | | 家长担心陌生人入校，建议与教学区物理隔离；；夜间照明费用高，盼上级补贴；；塑胶跑道鼓包，须趁假期翻修；；场地预约软件常卡顿；；遛狗、骑车者屡劝不听；；饮水点太远，群众呼声大；；保洁员周末加班补助未落实；；儿童单独入场，看护责任不清
T {unit}体育场地开放月报
P {period}　填报：{unit}
P 【开放】当月开放{days}天、{hours}小时，入场锻炼{people}人次（环比{people_change}），其中田径场{track}人次；承接社区球赛{ball}场次。
P 【预约】发放健身卡{cards}张，激活使用{used}张，激活率{rate}%；收取夜场灯光费{fee}元，用电{power}度。
P 【安全】安保人员{guards}名，运动损伤{hurt}起<<broken>0|，更换破损器材{broken}件>>。
P 【时段】
L walkers | （@）{place}（{slot}）：{people}人次；
P 【建议】{idea}。
?people>6000 P 【提醒】入场人数接近上限，高峰期按每小时300人限流。
P 开放依据《体育法》第八十六条，16周岁以下须家长陪同，“先预约、后入场”。
G {unit}总务处
D {signed}
WB 学校=unit | 联系人=xn | 开放天数=days | 开放时长=hours | 入场人次=people | 田径场人次=track | 球赛场次=ball | 健身卡=cards | 激活卡数=used | 激活率=rate% | 灯光费=fee | 用电量=power | 安保人数=guards | 损伤起数=hurt | 破损器材=broken | 建议=idea | 填报日期=xd | 备注=xt
WBLOOKS forms measures joined
TRAP 300人；；《体育法》；；第八十六条；；16周岁；；“先预约、后入场”

KIND 123 | ferry-safety | several | 白沙渡口 龙嘴渡口 柳湾渡口 石矶渡口 芦洲渡口 | 2023Q1 2023Q2 2023Q3 next:2023Q4 | messy rsid bookmarks smarttag spacing p:month d:full |
MORE 观音滩渡口 老鸦渡口
FIELD boats | figure | 艘 | 2-12
FIELD runs | figure | 航次 | 510-1890
FIELD people | figure, | 人次 | 11000-98900
FIELD people_year | comparison | % | %Ypeople 增加/减少
FIELD cars | figure | 辆次 | 210-1890
FIELD fog | figure | 小时 | 11.5-98.5
FIELD jackets | figure | 件 | 110-490
FIELD checks | figure | 艘次 | 31-190
FIELD checks_change | comparison | 艘次 | Δchecks 增加/减少
FIELD flaws | figure | 项 | 21-98
FIELD fixed | figure | 项 | <flaws
FIELD rate | rate | % | fixed/flaws:2
FIELD drills | figure | 次 | 2-9 | drill
FIELD drilled | figure | 人次 | 21-160 | drill
FIELD over | figure | 起 | ~1-7
FIELD subsidy | figure | 万元 | 1.11-9.87
FIELD inspected | date | | chinese
FIELD items | list | | 救生衣褪色；；跳板防滑条脱落；；灭火器压力不足；；航行灯不亮；；乘客守则缺失；；系缆桩松动；；船名牌锈蚀
FIELD weak | text | | 渡工年纪普遍偏大，证书到期换领不及时；；赶集日乘客抢上抢下，签单发航流于形式；；上游电站放水无预告，水位陡涨陡落；；候船亭漏雨，老人小孩无处避；；夜间仍有村民呼渡，劝阻困难；；对岸道路未硬化，雨天车辆打滑；；渔网缠绕螺旋桨，清理费时；；公益渡船燃油补贴发放滞后
HEADER 渡口渡船安全管理  季度材料
T {unit}安全管理情况报告
P 报告时段：{period}                                  报告日期：{signed}
P 镇安全办：
P 现就{unit}渡运安全情况作如下报告：
U （一）渡运情况
P 在营渡船{boats}艘，渡运{runs}航次，运送旅客{people}人次，与上年同期相比{people_year}；载渡车辆{cars}辆次；因大雾、大风停航{fog}小时。
U （二）检查情况
P 开展船舶检查{checks}艘次（较上期{checks_change}），查出缺陷{flaws}项，整改{fixed}项，整改率{rate}%，缺陷集中在{items:、}几个方面<<over>0|；制止超载{over}起>>。{inspected}，县地方海事机构进行了复查。
U （三）保障情况
P 配备救生衣{jackets}件，应急演练{drills}次、参演{drilled}人次，到位公益渡运补贴{subsidy}万元。
?runs>1200 P 航次密集，每班次间隔不得少于10分钟。
U （四）薄弱环节
P {weak}。
P “不超员、不冒雾、不夜航”三条红线须常抓不懈。《内河交通安全管理条例》第三十五条；水上遇险求救12395。
G {unit}管理站
WB 序号=# | 渡口=unit | 渡船（艘）=boats | 渡运//航次=runs | 渡运//旅客（人次）=people | 渡运//同比%=people_year± | 渡运//车辆（辆次）=cars | 渡运//停航（小时）=fog | 检查//艘次=checks | 检查//缺陷（项）=flaws | 检查//整改（项）=fixed | 检查//整改率=rate% | 检查//缺陷类别=items@； | 检查//超载（起）=over | 保障//救生衣（件）=jackets | 保障//演练次数=drills | 保障//演练人次=drilled | 保障//补贴（元）=subsidy*10000 | 复查日期=inspected | 薄弱环节=weak | 渡工人数=x
WBLOOKS title reorder total freeze
TRAP 10分钟；；“不超员、不冒雾、不夜航”；；《内河交通安全管理条例》；；第三十五条；；12395

KIND 124 | volunteer-service | one | 橘子洲街道 | 2024H1 | messy rsid faces struck p:h d:plain |
MORE 枫溪街道 月湖街道 琴台街道
FIELD teams | figure | 支 | 31-89
FIELD members | figure, | 名 | 3101-8890
FIELD share | rate | % | 11.11-19.87
FIELD events | figure | 场次 | 410-690
FIELD hours | figure | 万小时 | 1.21-4.87
FIELD hours_change | comparison | % | %Δhours 增长/下降
FIELD stars | figure | 名 | 91-99
FIELD lonely | figure | 户 | 210-290
FIELD blood | figure | 毫升 | 21010-48900
FIELD gave | figure | 元 | 51010-98900
FIELD projects | figure | 个 | 21-29
FIELD trained | figure | 期 | 11-19 | class
FIELD pupils | figure | 人次 | 701-990 | class
FIELD day | date | | plain
T {unit}{period}志愿服务工作汇报
S 市文明实践中心：
P {period}，{unit}坚持“有时间做志愿者、有困难找志愿者”，有关工作汇报如下。
R 一、队伍不断壮大。注册志愿服务队{teams}支、志愿者{members}名，占常住人口比例为{share}%，评选星级志愿者{stars}名；举办培训班{trained}期{pupils}人次。
R 二、活动丰富多样。开展活动{events}场次，累计服务时长{hours}万小时，比前一个半年{hours_change}；结对帮扶独居老人{lonely}户，孵化项目{projects}个。
R 三、爱心持续传递。{day}举办集中献血，献血量共计{blood}毫升；义卖善款{gave}元全部捐给儿童福利院。
P 依据《志愿服务条例》第二十三条，已为全体注册志愿者购买保险。
P 联系科室：社会事务科，电话0000-2468013。
G {unit}文明实践所
D {signed}
WB 序号=# | 街道=unit | 队伍（支）=teams | 志愿者（名）=members | 占常住人口比=share% | 星级志愿者=stars | 培训（期）=trained | 培训（人次）=pupils | 活动（场次）=events | 时长（小时）=hours*10000 | 环比=hours_change | 结对老人（户）=lonely | 项目（个）=projects | 献血（毫升）=blood | 善款（万元）=gave/10000 | 献血日期=day | 微信群数=x | 审核=xn
WBLOOKS title periodline total
TRAP “有时间做志愿者、有困难找志愿者”；；《志愿服务条例》；；第二十三条；；0000-2468013

KIND 125 | water-meters | marks | 滨江供水站 临湖供水站 山脚供水站 | 2024-08 | rsid messy proof p:monthly d:spaced | ■■
MORE 老街供水站 新区供水站
FIELD meters | figure | 只 | 1010-4890
FIELD smart | rate | % | 51.1-89.7
FIELD read | figure | 只 | <meters
FIELD sold | figure | 万立方米 | 11.21-98.97
FIELD leak | rate | % | 8.1-14.7
FIELD pressure | figure | 兆帕 | 0.21-0.47
FIELD bills | figure | 万元 | 61.11-98.97
FIELD got | figure | 万元 | 21.11-60.97
FIELD broken | figure | 只 | 11-98
FIELD calls | figure | 起 | 12-97
FIELD dig | figure | 处 | 3-29
FIELD cut | date | | plain
FIELD word | text | | 老旧小区表井积水；；个别用户拒缴
T {unit}抄表与营收月报
P {period}　　（每月25日抄表，28日报送）
H 1 抄表
P 管理水表{meters}只，智能表占{smart}%，实抄{read}只，更换故障表{broken}只。
H 2 营收
P 售水量{sold}万立方米，应收水费{bills}万元，实收{got}万元。
H 3 管网
P 管网漏损率{leak}%，末端压力{pressure}兆帕（不低于0.14兆帕），开挖抢修{dig}处，处理来电{calls}起；{cut}计划停水1次。
H 4 需协调事项
P {word}
P 客服热线：0000-96390
G {unit}
D {signed}
WB 供水站=unit | 水表（只）=meters | 智能表占比（%）=smart | 实抄（只）=read | 故障表（只）=broken | 售水量（立方米）=sold*10000 | 应收（元）=bills*10000 | 实收（元）=got*10000 | 漏损率=leak@% | 压力（MPa）=pressure | 抢修（处）=dig | 来电（起）=calls | 停水日期=cut~ | 需协调事项=word | 抄表员=xn
WBLOOKS title gap totaltop
TRAP 25日；；28日；；0.14兆帕；；1次；；0000-96390

KIND 126 | eyesight | several | 明珠小学 育红小学 向阳小学 | 2022H2 2023H1 2023H2 | messy rsid latin merged-runs p:term d:chinese |
MORE 启明小学
FIELD pupils | figure | 名 | 810-1980
FIELD tested | figure | 名 | <pupils
FIELD cover | rate | % | tested/pupils:1
FIELD short | figure | 名 | 210-590
FIELD short_rate | rate | % | short/tested:1
FIELD change | comparison | 个百分点 | Δshort_rate 上升/下降
FIELD year | comparison | 个百分点 | Yshort_rate 上升/下降
FIELD lamps | figure | 盏 | 41-290
FIELD desks | figure | 套 | 110-690
FIELD outdoor | figure | 分钟 | 91-149
FIELD lux | figure | 勒克斯 | 311-489
FIELD talks | figure | 课时 | 4-19
FIELD notes | figure | 份 | 610-1890
FIELD lens | figure | 人 | ~3-29
FIELD spent | figure | 元 | 11010.5-48900.5
FIELD worst | rows | | grade：一年级；；二年级；；三年级；；四年级；；五年级；；六年级/head：111-390/sick：21-98
FIELD good | text | | 把眼保健操搬到走廊，学生远眺屋脊；；每节课后熄灭电子屏，强制出教室；；家委会发起“无屏周日”打卡；；校医为每名学生建屈光档案；；课桌椅每月按身高调一次；；教师轮流护送学生到操场晒太阳；；取消电子作业，全部改回纸质；；邀请眼科医生给家长上夜课；；图书角换上大字本读物
T {unit}儿童青少年近视防控工作报告
T （{period}）
S 区教育局体卫艺科：
P 落实《综合防控儿童青少年近视实施方案》要求，{unit}{quarter}工作开展情况如下：
P 一、筛查结果：在校学生{pupils}名，筛查{tested}名，筛查率{cover}%；近视{short}名，近视率{short_rate}%，较上学期{change}，较上年同期{year}。近视较多的年级：
TH 年级 | 筛查人数（名） | 近视人数（名）
TR worst | {grade} | {head} | {sick}
P 二、环境改善：更换教室灯具{lamps}盏，平均照度{lux}勒克斯，调整课桌椅{desks}套，经费支出{spent}元。
P 三、日常干预：学生日均户外活动{outdoor}分钟，开设健康课{talks}课时，发放告家长书{notes}份<<lens>0|，转介医院散瞳验光{lens}人>>。
P 四、特色做法：{good}。
?lux>400 P 照度已超国家标准，下学期不再更换灯具。
P 五、“3010”要诀：读写30分钟，远眺10分钟，每天户外2小时。
P 联系人：卫生室，电话0000-6543211转8008。
G {unit}
D {signed}
WB 序号=# | 学校=unit | 在校生=pupils | 筛查//人数=tested | 筛查//筛查率=cover% | 近视//人数=short | 近视//近视率=short_rate% | 近视//较上年同期=year± | 转介（人）=lens | 灯具（盏）=lamps | 照度=lux | 课桌椅（套）=desks | 支出（元）=spent | 户外（分钟/日）=outdoor | 课时=talks | 告家长书=notes | 特色做法=good | 校医=xn
WBLOOKS titleonly periodline notetop short named
TRAP 《综合防控儿童青少年近视实施方案》；；“3010”；；30分钟；；10分钟；；2小时；；0000-6543211转8008

KIND 127 | weights-measures | several | 东郊计量所 西郊计量所 南郊计量所 北郊计量所 | 2024Q1 2024Q2 | messy rsid tracked reformatted p:cum d:plain dropped:5 |
MORE 城区计量所
FIELD scales | figure | 台件 | 1010-4890
FIELD scales_year | comparison | 台件 | Yscales 增加/减少
FIELD pumps | figure | 枪 | 110-490
FIELD meters | figure | 块 | 310-990
FIELD gauges | figure | 只 | 210-890
FIELD passed | rate | % | 91.11-99.87
FIELD waived | figure | 万元 | 11.11-89.97
FIELD units | figure | 家 | 51-190
FIELD packs | figure | 批次 | 31-98
FIELD bad | figure | 批次 | 2-19
FIELD cases | figure | 起 | ~1-9
FIELD fined | figure, | 元 | 3100-98900
FIELD standards | figure | 项 | 5-29
FIELD rank | figure | 位 | 1-9
FIELD open | date | | full
FIELD where | list | | 加油站；；眼镜店；；农贸市场；；医疗机构；；粮食收购点；；金银饰品店；；快递网点
FIELD issue | text | | 检定车辆老旧，偏远乡镇到不了；；眼镜店验光仪溯源意识淡薄；；定量包装短缺，尤以散装糕点为甚；；个体加油点私换主板，取证难；；标准砝码送检周期过长；；新购天平尚未建标，业务受限；；诚信计量自我承诺公示牌被遮挡；；检定员持证项目单一，忙闲不均
T {period}计量工作情况通报
P {unit}按照年初部署，全力守护“百姓秤、良心砣”，现将{period}主要工作通报如下：
P 一、强制检定。检定计量器具{scales}台件，同比{scales_year}，涵盖{where:、}等领域；其中加油机{pumps}枪、水电气表{meters}块、压力表{gauges}只；一次检定合格率{passed}%。
P 二、减负惠企。免征检定费约{waived}万元，惠及企业{units}家；社会公用计量标准达到{standards}项，综合考评列全市第{rank}位。
P 三、监督执法。抽查定量包装商品{packs}批次，不合格{bad}批次<<cases>0|，立案查处{cases}起>>，罚没款{fined}元。
P 四、世界计量日。{open}开放实验室，免费检测血压计、人体秤，每人限检2台。
P 五、存在不足：{issue}。
?units>110 P 受惠企业面广，拟分3批回访。
P 备注：依据《计量法实施细则》第十一条；监督举报12315。
G {unit}
D {signed}
WB 单位名称=unit | 检定数//总数=scales | 检定数//加油机=pumps | 检定数//水电气表=meters | 检定数//压力表=gauges | 检定数//合格率=passed% | 检定数//同比=scales_year± | 免征费（元）=waived*10000 | 惠及企业=units | 公用标准=standards | 考评名次=rank | 领域=where@、 | 抽查（批次）=packs | 不合格（批次）=bad | 立案=cases | 罚没款（万元）=fined/10000 | 开放日=open | 不足=issue | 备注=xt
WBLOOKS title colb gap note
TRAP “百姓秤、良心砣”；；2台；；3批；；《计量法实施细则》；；第十一条；；12315
"""
KINDS += r"""
KIND 128 | buoys | marks | 上湾航标站 中湾航标站 下湾航标站 | 2024Q3 | rsid latin messy bookmarks p:q1 | 〔　〕
MORE 鹰嘴航标站 沙角航标站
FIELD buoys | figure | 座 | 41-190
FIELD lights | figure | 盏 | 31-98
FIELD normal | rate | % | 96.1-99.9
FIELD trips | figure | 航次 | 21-99
FIELD miles | figure | 公里 | 310.5-1890.5
FIELD lost | figure | 座 | 1-9
FIELD moved | figure | 座次 | 11-69
FIELD depth | figure | 米 | 2.1-4.7
FIELD fuel | figure | 吨 | 3.1-29.7
FIELD claims | figure | 万元 | 0.51-4.87
FIELD surveyed | date | | plain
FIELD todo | text | | 更换电池；；补漆
T {unit}{period}航标维护情况
P {unit}辖段设标{buoys}座、灯器{lights}盏，{period}维护正常率{normal}%。
P 一、巡检：巡航{trips}航次、{miles}公里，耗油{fuel}吨；漂失浮标{lost}座，移位复位{moved}座次。
P 二、测深：{surveyed}完成航槽扫测，最小水深{depth}米。
P 三、索赔：收回碰标赔款{claims}万元。
P 四、待办事项：{todo}
P 依据航标规〔2021〕12号文件，灯光失常须在24小时内恢复；“一标一卡”随船保存。
G {unit}
D {signed}
WB 站名=unit | 设标（座）=buoys | 灯器（盏）=lights | 正常率（%）=normal | 巡航（航次）=trips | 里程（公里）=miles | 耗油（公斤）=fuel*1000 | 漂失（座）=lost | 复位（座次）=moved | 扫测日期=surveyed | 水深（米）=depth | 赔款（元）=claims*10000 | 待办=todo | 站长=xn
WBLOOKS titleonly periodline total
TRAP 航标规〔2021〕12号；；24小时；；“一标一卡”

KIND 129 | tea-gardens | marks | 云雾茶场 春芽茶场 碧岭茶场 | 2024H1 | rsid messy faces p:months | ＊＊
MORE 龙井坡茶场 老君茶场
FIELD area | figure | 亩 | 310-1980
FIELD fresh | figure | 吨 | 11.1-98.7
FIELD dry | figure | 公斤 | 2100-9890
FIELD price | figure | 元/公斤 | 310-1890
FIELD sales | figure | 万元 | 51.11-698.97
FIELD pickers | figure | 人次 | 310-1890
FIELD wages | figure | 元/天 | 121-198
FIELD traps | figure | 张 | 1100-9800
FIELD organic | rate | % | 31.1-88.9
FIELD tests | figure | 批次 | 5-39
T 茶叶生产半年报
TH 填报单位 | {unit}
TD 报告期 | {period}
TD 茶园面积 | {area}亩
TD 有机茶园占比 | {organic}%
TD 鲜叶产量 | {fresh}吨
TD 干茶产量 | {dry}公斤
TD 平均售价 | {price}元/公斤
TD 销售收入 | {sales}万元
TD 采茶用工 | {pickers}人次
TD 日均工资 | {wages}元/天
TD 诱虫板 | {traps}张
TD 农残检测 | {tests}批次
TD 填报日期 | {signed}
P 注：鲜叶与干茶按4.5:1折算；明前茶指4月5日前采摘；“不采雨水叶、不采紫芽”。
WB 茶场=unit | 面积（亩）=area | 有机占比=organic% | 鲜叶（公斤）=fresh*1000 | 干茶（公斤）=dry | 售价（元/公斤）=price | 收入（元）=sales*10000 | 用工（人次）=pickers | 工资（元/天）=wages | 诱虫板（张）=traps | 检测（批次）=tests | 品种=x0 | 备注=xt
WBLOOKS title notetop colb
TRAP 4.5:1；；4月5日前；；“不采雨水叶、不采紫芽”

KIND 130 | public-toilets | several | 翠屏街道 玉带街道 锦江街道 凤台街道 莲池镇 | 2023Q3 2023Q4 2024Q1 next:2024Q2 | messy rsid lang empty-runs p:q2 d:plain |
MORE 鹤鸣街道
FIELD sites | figure | 座 | 21-98
FIELD open | figure | 座 | 5-20
FIELD share | rate | % | open/sites:1
FIELD staff | figure | 人 | 31-190
FIELD washes | figure | 次 | 1100；；1200；；1400；；1500；；1700；；1900；；2300；；2600；；2800；；3200
FIELD paper | figure, | 卷 | 1100-9800
FIELD water | figure | 吨 | 410.5-1989.5
FIELD water_change | comparison | 吨 | Δwater 增加/减少
FIELD repairs | figure | 处 | 41-190
FIELD repairs_year | comparison | 处 | Yrepairs 增加/减少
FIELD score | figure | 分 | 81.1-98.7
FIELD complaints | figure | 件 | 11-69
FIELD answered | figure | 件 | <complaints
FIELD rate | rate | % | answered/complaints:1
FIELD built | figure | 座 | ~1-6
FIELD cost | figure | 万元 | 11.11-89.97
FIELD walked | date | | dots
FIELD spots | list | | 汽车站东侧；；老城墙根；；滨河步道；；夜市口；；人民公园北门；；旧货市场；；儿童医院对面
FIELD wish | text | | 管护员工具间过窄，拖把无处晾晒；；冬季水管易冻，保温棉年年被扒；；导视牌指向不明，游客找不着；；无障碍间成了杂物间，须专项清理；；商圈公厕女厕蹲位不足，排队成常态；；除臭喷淋耗材供应断档；；蹲位隔板被涂写小广告；；化粪池外溢，抽运车进不了背街
T {unit}公厕管护情况
T {period}
P 按“净化、亮化、人性化”标准，{unit}做了如下工作——
P ① 管护规模：公厕{sites}座，其中24小时开放{open}座，占{share}%；管护员{staff}人，每日保洁不少于6次。
P ② 保洁耗材：冲洗{washes}余次，用水{water}吨，较上季{water_change}；投放厕纸{paper}卷。
P ③ 维修更新：维修设施{repairs}处，同比{repairs_year}<<built>0|；新（改）建公厕{built}座，均设第三卫生间>>；支出经费{cost}万元。
P ④ 检查考核：{walked}联合巡查{spots:、}，平均得分{score}分；受理投诉{complaints}件，答复{answered}件，答复率{rate}%。
?staff>110 P 管护队伍人数较多，已分2个班组运行。
P ⑤ 难点：{wish}。
P 监督电话0000-12319（8:30—17:30）；标准见《城市公共厕所卫生标准》表3。
G {unit}环卫所
D {signed}
WB 街道（镇）=unit | 公厕（座）=sites | 全天开放（座）=open | 占比=share% | 管护员（人）=staff | 冲洗（次）=washes | 厕纸（卷）=paper | 用水（吨）=water | 维修（处）=repairs | 维修同比=repairs_year± | 新改建（座）=built | 经费（元）=cost*10000 | 巡查日期=walked~ | 巡查点位=spots@， | 得分=score | 投诉（件）=complaints | 答复（件）=answered | 答复率（%）=rate | 难点=wish | 所长=xn
WBLOOKS sheets titleonly notetop total old
TRAP “净化、亮化、人性化”；；24小时开放；；6次；；2个班组；；0000-12319；；8:30—17:30；；表3

KIND 131 | medical-waste | one | 康平转运站 | 2024-09 | messy rsid latin blank-lines p:monthly d:full |
MORE 安和转运站 怀仁转运站 济民转运站
FIELD clinics | figure | 家 | 110-190
FIELD clinics_change | comparison | 家 | Δclinics 增加/减少
FIELD weight | figure | 吨 | 41.15-98.95
FIELD sharp | figure | 公斤 | 1010.5-2890.5
FIELD trips | figure | 车次 | 51-98
FIELD km | figure, | 公里 | 3101-8890
FIELD bins | figure | 只 | 310-690
FIELD ontime | rate | % | 95.1-99.7
FIELD scanned | rate | % | 90.1-94.9
FIELD drill | figure | 次 | 2-9
FIELD staff | figure | 人 | 21-39
FIELD lime | figure | 升 | 201-290
FIELD fee | figure | 万元 | 11.11-29.97
FIELD checked | date | | plain
T {unit}{period}医疗废物收运报告
P 呈报：区卫生健康局、区生态环境分局
H 壹  收运
P 签约医疗机构{clinics}家（较上月{clinics_change}），收运医疗废物{weight}吨，其中损伤性废物{sharp}公斤；出车{trips}车次，行驶{km}公里，准时率{ontime}%，扫码交接率{scanned}%。
H 贰  处置
P 清洗消毒周转箱{bins}只，使用消毒液{lime}升；处置费收入{fee}万元。
H 叁  安全
P 在岗{staff}人，开展泄漏应急演练{drill}次；{checked}接受区级联合检查，未发现违反《医疗废物管理条例》第十六条的行为。
P “日产日清、闭环可溯”目标落实较好。应急电话：0000-7119119。
G {unit}
D {signed}
WB 序号=# | 转运站=unit | 医疗机构（家）=clinics | 收运量（公斤）=weight*1000 | 损伤性（公斤）=sharp | 车次=trips | 里程（公里）=km | 准时率=ontime% | 扫码率=scanned@% | 周转箱（只）=bins | 消毒液（升）=lime | 处置费（元）=fee*10000 | 在岗人数=staff | 演练次数=drill | 检查日期=checked | 车牌数=x | 备注=xt
WBLOOKS title freeze total
TRAP 《医疗废物管理条例》；；第十六条；；“日产日清、闭环可溯”；；0000-7119119

KIND 132 | place-names | several | 澄江镇 砚台镇 渔歌乡 | 2022 2023 | messy rsid sdt sign-spaces p:year d:chinese moved:5,6 |
MORE 棋盘镇 画屏乡
FIELD villages | figure | 个 | 11-49
FIELD names | figure | 条 | 310-1980
FIELD signs | figure | 块 | 110-890
FIELD signs_change | comparison | 块 | Δsigns 增加/减少
FIELD cleaned | figure | 块 | 51-290
FIELD wrong | figure | 处 | 21-98
FIELD righted | figure | 处 | <wrong
FIELD rate | rate | % | righted/wrong:1
FIELD houses | figure | 户 | 1100；；1300；；1600；；1800；；2400；；2700；；3500
FIELD stories | figure | 篇 | 11-69
FIELD old | figure | 个 | ~2-9
FIELD border | figure | 公里 | 11.15-89.95
FIELD spent | figure, | 元 | 21000-98900
FIELD walked | date | | year-dots
FIELD kept | list | | 摆渡人巷；；九眼井；；染布街；；烟墩山；；打铁坪；；黄桷坳；；磨子桥
FIELD hope | text | | 部分自然村同名，快递和急救常跑错；；路牌被广告遮挡，管护没有专人；；门牌二维码褪色，扫不出来；；新楼盘取洋名，劝导依据不足；；老人口述史料散失，抢救刻不容缓；；界桩淹没于荒草，联检费时费力
T {unit}{period}区划地名工作总结
S 县民政局：
P {period}，{unit}地名公共服务稳步推进，所辖村（社区）{villages}个，未发生边界纠纷。
P 一、地名标志。设置路牌、村牌{signs}块，比上年{signs_change}；清洗维护{cleaned}块；编制门牌{houses}多户，投入经费{spent}元。
P 二、地名清理。排查不规范地名{wrong}处，更正{righted}处，更正率{rate}%<<old>0|；恢复老地名{old}个，均已报县政府批复>>。
P 三、地名文化。采集地名词条{names}条，整理地名故事{stories}篇，重点保护{kept:、}等。
P 四、界线管理。{walked}联合邻乡踏勘界线{border}公里，界桩完好，“睦邻友好、和谐边界”。
P 五、意见建议。{hope}。
?cleaned>150 P 维护量大，请求配备高空清洗车1辆。
P 本总结依据《地名管理条例》第十九条撰写，保存期10年。
G {unit}民政办
D {signed}
WB 序号=# | 乡镇=unit | 村（社区）=villages | 路牌村牌（块）=signs | 比上年=signs_change± | 维护（块）=cleaned | 门牌（户）=houses | 不规范地名//排查（处）=wrong | 不规范地名//更正（处）=righted | 不规范地名//更正率=rate% | 老地名（个）=old | 词条（条）=names | 故事（篇）=stories | 保护名录=kept | 踏勘日期=walked~ | 界线（公里）=border | 经费（万元）=spent/10000 | 建议=hope | 民政员=xn
WBLOOKS title bands total
TRAP “睦邻友好、和谐边界”；；1辆；；《地名管理条例》；；第十九条；；10年

KIND 133 | cold-storage | marks | 果品冷库 水产冷库 肉类冷库 | 2024-07 | rsid messy p:monthly | underline
MORE 蔬菜冷库 冰品冷库
FIELD stock | figure | 吨 | 310.1-1890.9
FIELD came | figure | 吨 | 110.1-890.9
FIELD went | figure | 吨 | 111.1-889.9
FIELD cold | figure | ℃ | 15.1-22.9
FIELD used | rate | % | 51.1-88.9
FIELD power | figure | 度 | 11010-98900
FIELD ammonia | figure | 次 | 5-29
FIELD doors | figure | 樘 | 3-19
FIELD rent | figure | 万元 | 5.11-69.97
FIELD tests | figure | 份 | 31-290
FIELD bad | figure | 公斤 | 21-290
T 冷库运行月报
P 单位：{unit}          月份：{period}
P 一、入库{came}吨，出库{went}吨，月末库存{stock}吨，库容利用率{used}%。
P 二、平均库温零下{cold}℃，用电{power}度，检修库门{doors}樘，氨气检漏{ammonia}次。
P 三、进货农残抽检{tests}份，销毁变质货品{bad}公斤，收取租金{rent}万元。
P 说明：库温波动不得超过2℃，温度记录保存2年（《冷库设计标准》GB 50072）。
P 值班电话：0000-1231230
P 制表：        审核：        日期：{signed}
WB 冷库=unit | 入库（吨）=came | 出库（吨）=went | 库存（吨）=stock | 利用率（%）=used | 库温（零下℃）=cold | 用电（度）=power | 库门（樘）=doors | 检漏（次）=ammonia | 抽检（份）=tests | 销毁（公斤）=bad | 租金（元）=rent*10000 | 主管=xn | 备注=xt
WBLOOKS title periodline
TRAP 超过2℃；；2年；；GB 50072；；0000-1231230

KIND 134 | marriage-registry | several | 城东登记处 城西登记处 | 2023Q3 2023Q4 2024Q1 | messy rsid coloured pages p:days d:spaced wide:all |
MORE 开发区登记处 湖区登记处
FIELD couples | figure | 对 | 310-1980
FIELD couples_change | comparison | 对 | Δcouples 增加/减少
FIELD couples_year | comparison | % | %Ycouples 上升/下降
FIELD cross | figure | 对 | 21-98
FIELD parted | figure | 对 | 110-690
FIELD cooled | figure | 对 | 111-689
FIELD kept | figure | 对 | <cooled
FIELD share | rate | ％ | kept/cooled:1
FIELD copies | figure | 份 | 210-890
FIELD talks | figure | 场 | 3-19
FIELD listened | figure | 人次 | 61-490
FIELD wait | figure | 分钟 | 11-29
FIELD vows | figure | 场次 | 31-190
FIELD wrong | figure | 例 | ~1-6
FIELD peak | date | | plain
FIELD word | text | | 复印件留存不规范，补档耗时；；跨省通办系统夜间掉线；；颁证厅音响老化，仪式感不足；；年轻人对冷静期误解较多，窗口解释压力大；；停车难，新人常迟到；；婚姻家庭辅导师只有一人，难以兼顾
T 婚姻登记工作情况
P 单 位：{unit}
P 时 间：{period}
P 办理结婚登记 {couples} 对，环比{couples_change}，同比{couples_year}，其中跨省通办 {cross} 对；办理离婚登记 {parted} 对。补发证件 {copies} 份。{peak}为登记高峰日。
P 申请离婚进入冷静期 {cooled} 对，经辅导撤回 {kept} 对，撤回率 {share}％；举办家庭辅导讲座 {talks} 场，听讲 {listened} 人次。
P 举行集体颁证 {vows} 场次，群众平均等候 {wait} 分钟<<wrong>0|；发现骗婚、重婚线索 {wrong} 例并移交公安>>。
?vows>100 P 颁证预约爆满，每日限办20场。
P 工作中的问题：{word}。
P 冷静期为30日，依据《民法典》第一千零七十七条；“简办婚事、不要高价彩礼”倡议书见附件1。
G {unit}
D {signed}
WB 登记处=unit | 结婚（对）=couples | 结婚环比=couples_change± | 结婚同比（%）=couples_year± | 跨省通办（对）=cross | 离婚（对）=parted | 补证（份）=copies | 高峰日=peak | 冷静期申请=cooled | 冷静期撤回=kept | 撤回率=share@% | 讲座（场）=talks | 听讲（人次）=listened | 颁证（场次）=vows | 等候（分钟）=wait | 线索（例）=wrong | 问题=word | 值班=xn | 备注=xt
WBLOOKS title periodline notetop textnum
TRAP 20场；；30日；；《民法典》；；第一千零七十七条；；“简办婚事、不要高价彩礼”；；附件1
"""
KINDS += r"""
KIND 135 | old-trees | one | 古樟镇 | 2023 | messy rsid styles sdt p:year d:plain |
MORE 银杏乡 皂角镇 榕荫镇
FIELD trees | figure | 株 | 310-490
FIELD first | figure | 株 | 21-49
FIELD groves | figure | 处 | 11-19
FIELD patrols | figure | 人次 | 1010-1890
FIELD healed | figure | 株 | 51-98
FIELD fenced | figure | 延米 | 501.5-989.5
FIELD rods | figure | 套 | 3-9
FIELD signs | figure | 块 | 201-290
FIELD good | rate | % | 91.11-98.87
FIELD people | figure | 名 | 101-190
FIELD spent | figure | 万元 | 22.11-49.97
FIELD gifts | figure, | 元 | 51010-98900
FIELD cases | figure | 起 | 1-2
FIELD visited | date | | full
T {unit}{period}古树名木保护工作报告
S 县绿化委员会：
P {unit}牢记“一棵古树就是一座方志”，{period}保护工作情况如下。
P 家底：全镇登记古树名木{trees}株，其中一级古树{first}株，古树群{groves}处；长势良好的占{good}%。
P 管护：聘请护树员{people}名，巡查{patrols}人次，复壮救治{healed}株，砌筑护栏{fenced}延米，安装避雷设施{rods}套，更换保护牌{signs}块。
P 经费：财政投入{spent}万元，社会认养捐款{gifts}元。
P 执法：查处擅自移植案件{cases}起，适用《城市绿化条例》第二十四条；{visited}接受省级专家现场会诊。
P 联系方式：林业站，0000-5671234；文件依据：古林发〔2023〕9号。
G {unit}人民政府
D {signed}
WB 序号=# | 乡镇=unit | 古树总数=trees | 一级古树=first | 古树群=groves | 良好率=good% | 护树员=people | 巡查（人次）=patrols | 救治（株）=healed | 护栏（米）=fenced | 避雷（套）=rods | 保护牌（块）=signs | 财政投入（元）=spent*10000 | 捐款（元）=gifts | 案件（起）=cases | 会诊日期=visited | 备注=xt
WBLOOKS title short signline
TRAP “一棵古树就是一座方志”；；《城市绿化条例》；；第二十四条；；0000-5671234；；古林发〔2023〕9号

KIND 136 | hydrants | marks | 兴业园区 临港园区 科创园区 | 2024Q2 | rsid messy lang p:days | XX
MORE 保税园区 轻纺园区
FIELD hydrants | figure | 具 | 110-490
FIELD checked | figure | 具 | <hydrants
FIELD sound | rate | % | 91.1-99.7
FIELD pools | figure | 个 | 5-29
FIELD volume | figure | 立方米 | 510-1980
FIELD pressure | figure | 兆帕 | 0.11-0.39
FIELD fixed | figure | 具 | 11-59
FIELD buried | figure | 具 | 2-19
FIELD spent | figure | 元 | 11010-98900
FIELD drills | figure | 次 | 1-9
FIELD stole | figure | 起 | 3-8
FIELD lag | text | | 管网压力不足；；圈占严重
T {unit}市政消火栓维护情况表
P 统计区间：{period}
P {unit}登记消火栓{hydrants}具，检查{checked}具，完好率{sound}%；消防水池{pools}个，储水量{volume}立方米；管网平均压力{pressure}兆帕。
P 维修{fixed}具，清理埋压圈占{buried}具，支出{spent}元；查处盗用消防水{stole}起，配合出水演练{drills}次。
P 不足之处：{lag}
P 维护要求：间距不超过120米，每季度放水1次，冬季用“三防罩”；依据《消防法》第二十九条。
P 报修0000-9611900，火警119
G {unit}管委会
D {signed}
WB 园区=unit | 消火栓（具）=hydrants | 检查（具）=checked | 完好率=sound% | 水池（个）=pools | 储水（立方米）=volume | 压力（兆帕）=pressure | 维修（具）=fixed | 埋压（具）=buried | 支出（万元）=spent/10000 | 盗水（起）=stole | 演练（次）=drills | 不足=lag | 填报=xn | 填报时间=xd
WBLOOKS title total short
TRAP 120米；；1次；；“三防罩”；；第二十九条；；0000-9611900；；119

KIND 137 | metro-stations | several | 环城路站 植物园站 | 2024-01 2024-02 2024-03 2024-04 | messy rsid latin struck spacing p:monthly d:dash moved:4,5 |
MORE 会展路站 老码头站
FIELD riders | figure | 万人次 | 21.15-98.95
FIELD riders_change | comparison | % | %Δriders 增长/下降
FIELD peak | figure, | 人次 | 11000-38900
FIELD cards | figure | 张 | 31-290
FIELD ontime | rate | % | 99.11-99.97
FIELD stops | figure | 次 | 2-19
FIELD stops_year | comparison | 次 | Ystops 多/少
FIELD lifts | figure | 台次 | 11-49
FIELD helped | figure | 人次 | 110-690
FIELD lost | figure | 件 | 41-190
FIELD found | figure | 件 | <lost
FIELD rate | rate | % | found/lost:1
FIELD seized | figure | 件 | 51-289
FIELD sick | figure | 起 | ~1-8
FIELD bill | figure | 元 | 110100-489000
FIELD night | date | | plain
FIELD praise | text | | 值班员冒雨背老人出站，家属送来锦旗；；安检员发现走失儿童，联系民警接走；；保洁师傅拾得现金，原封归还；；站长带队劝离轨行区漂物；；实习生用英语为外宾指路；；设备房渗水，夜班通宵抢险；；女乘务员急救晕厥乘客，心肺复苏成功；；志愿者守候末班车，疏散有序
T {unit}运营月报（{period}）
P 运营公司客运部：
P 现将{unit}{period}主要指标报告如下。
P 一、客流：进出站客流{riders}万人次，环比{riders_change}；单日最大客流{peak}人次；办理单程票退票{cards}张。
P 二、设备：列车正点率{ontime}%，设备停机{stops}次（同比{stops_year}），维修扶梯{lifts}台次；电费{bill}元。
P 三、服务：帮扶特殊乘客{helped}人次，拾遗{lost}件，归还{found}件，归还率{rate}%<<sick>0|；救助突发疾病乘客{sick}起>>。
P 四、安检：查获禁限带品{seized}件；{night}夜间组织反恐演练。
P 五、好人好事：{praise}。
?lost>110 P 失物偏多，广播提示频次改为每10分钟1遍。
P 六、提示：依据《城市轨道交通运营管理规定》第三十三条，儿童身高1.3米以下免票；服务热线0000-96123。
G {unit}
D {signed}
WB 车站=unit | 月份说明=xt | 客流（人次）=riders*10000 | 客流环比（%）=riders_change± | 最大日客流=peak | 退票（张）=cards | 正点率（%）=ontime | 停机（次）=stops | 停机同比=stops_year | 扶梯（台次）=lifts | 帮扶（人次）=helped | 拾遗（件）=lost | 归还（件）=found | 归还率=rate% | 禁限带品（件）=seized | 突发疾病（起）=sick | 电费（万元）=bill/10000 | 演练日期=night~ | 好人好事=praise | 站长=xn
WBLOOKS sheets title gap total
TRAP 每10分钟1遍；；《城市轨道交通运营管理规定》；；第三十三条；；1.3米以下；；0000-96123

KIND 138 | housing-repair-en | several | Ashlar Estate ; Bracken Estate ; Clover Estate | Q1-2024 ; Q2-2024 | messy rsid latin-only struck p:abbr d:short |
MORE Damson Estate ; Elder Estate
FIELD requests | figure, | | 1010-2890
FIELD requests_change | comparison | per cent | %Δrequests up/down
FIELD done | figure | | 510-989
FIELD first | rate | per cent | 61.1-88.9
FIELD days | figure | days | 4.1-19.7
FIELD days_year | comparison | days | Ydays up/down
FIELD boilers | figure | | 21-98
FIELD pipe | figure, | m | 1010-4890
FIELD paint | figure | litres | 110.5-689.5
FIELD cost | figure, | CNY | 210100-989900
FIELD rent | figure | CNY | 310-890
FIELD empty | figure | | 5-39
FIELD damp | figure | | ~3-19
FIELD walked | date | |
FIELD trades | list | | plumbing ; roofing ; glazing ; joinery ; wiring ; plastering
FIELD next_step | text | | A second joiner starts after the summer ; Tenants on the ridge asked for better lighting ; Keys are to be logged at one desk ; Gutters will be cleared before the leaves fall ; Scaffolding hire must go out to tender again ; Window orders slipped because of a fire at the supplier
T Repairs on {unit}: {period}
P To the Housing Committee
P Between visits of the committee, tenants of {unit} made {requests} requests for repair, {requests_change} on the last quarter. We finished {done} jobs, {first} per cent of them at the first visit, after {days} days on average ({days_year} on the same quarter a year ago).
P Work done: {trades:, }. We replaced {boilers} boilers and {pipe} m of pipe, and used {paint} litres of paint.<<damp>0| Damp was treated in {damp} flats.>>
P The bill was CNY {cost}. On the day of the estate walk, {walked}, there were {empty} empty flats; lost rent per flat came to CNY {rent}.
?boilers>55 P Spare boilers are short; 4 more are on order.
P What comes next. {next_step}.
P Urgent repairs are done within 24 hours under clause 11 of the lease. “Report it, we sort it”: 0000 555 0176.
G Estate Office, {unit}
D {signed}
WB Ref.=# | Estate=unit | Requests=requests | Change %=requests_change± | Jobs finished=done | First visit=first% | Mean days=days | Days against last year=days_year± | Boilers=boilers | Pipe (km)=pipe/1000 | Paint (litres)=paint | Trades=trades@/ | Damp flats=damp | Cost (CNY)=cost | Empty flats=empty | Lost rent per flat=rent | Estate walk=walked | Next step=next_step | Foreman=xn
WBLOOKS titleonly gap freeze
TRAP 4 more；；24 hours；；clause 11；；“Report it, we sort it”；；0000 555 0176

KIND 139 | parcel-points-en | one | Tollgate Road | Q1-2024 | messy rsid latin-only lang p:q d:en |
MORE Upper Quay ; Vine Street ; Warren Lane
FIELD parcels | figure, | | 11010-48900
FIELD parcels_change | comparison | % | %Δparcels up/down
FIELD sent | figure, | | 3101-9890
FIELD lockers | figure | | 210-390
FIELD full | rate | % | 61.1-88.9
FIELD late | figure | | 401-590
FIELD hours | figure | hours | 4.1-19.7
FIELD lost | figure | | 21-29
FIELD paid | figure | CNY | 1010.55-2890.95
FIELD card | figure | kg | 601-890
FIELD staff | figure | | 2-9
FIELD opened | date | |
HEADER Parcel Points Service
T Parcel point, {unit}
T {period}
P 1. In {period} the parcel point took in {parcels} parcels ({parcels_change} on the quarter before) and sent out {sent}.
P 2. {lockers} lockers were in use and on average {full}% of them were full. Parcels waited {hours} hours; {late} were fetched late.
P 3. {lost} parcels were lost and CNY {paid} was paid out under clause 5 of the Carriers' Charter.
P 4. {card} kg of card were returned to the depots. The point has {staff} clerks, and the new counter was opened on {opened}.
P “Show your code, take your box”. Counter: 0000 555 0128.
G Keeper, {unit} parcel point
D {signed}
WB Parcel point=unit | Parcels in=parcels | Change (%)=parcels_change± | Parcels out=sent | Lockers=lockers | Full=full% | Wait (hours)=hours | Fetched late=late | Lost=lost | Paid out (CNY)=paid | Card (t)=card/1000 | Clerks=staff | Counter opened=opened | Vans a day=x | Notes=xt
WBLOOKS title periodline total
TRAP clause 5；；“Show your code, take your box”；；0000 555 0128

KIND 140 | kennels-en | marks | Barley Kennels ; Drift Kennels ; Gorse Kennels | 2024-06 | rsid latin-only messy p:monthly | <>
MORE Heather Kennels ; Marl Kennels
FIELD came | figure | | 21-98
FIELD homed | figure | | 11-69
FIELD claimed | figure | | 5-39
FIELD share | rate | % | 51.1-88.9
FIELD stay | figure | days | 11.1-39.7
FIELD food | figure | kg | 310-990
FIELD vet | figure | CNY | 1010-9890
FIELD walks | figure | hours | 110-490
FIELD note | text | | none ; see file
T Monthly return of the dog pound
P Name: {unit}
P Month: {period}
B Dogs taken in: {came}
B Dogs claimed by their owners: {claimed}
B Dogs found a new home: {homed} ({share}% of those put up)
B Mean stay: {stay} days
B Food used: {food} kg
B Veterinary fees: CNY {vet}
B Walked by volunteers: {walks} hours
P Notes: {note}
P Dogs not claimed within 7 days pass to the Council (Dogs Order, section 3). Queries: 0000 555 0191.
P Signed by the keeper on {signed}
WB Kennels=unit | Taken in=came | Claimed=claimed | New homes=homed | New homes (%)=share | Mean stay (days)=stay | Food (g)=food*1000 | Vet (CNY)=vet | Walks (hours)=walks | Notes=note | Keeper=xn | Runs=x
WBLOOKS title bands
TRAP 7 days；；section 3；；0000 555 0191
"""
