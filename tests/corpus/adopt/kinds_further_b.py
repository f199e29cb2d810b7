"""Forty further kinds (141-180), the second half. Written as the head of `kinds_further_a.py` says; all names are invented."""

KINDS = r"""
KIND 161 | reservoirs | several | 龙潭水库 青溪水库 石鼓水库 月亮湾水库 白泥塘水库 | 2023Q2 2023Q3 2023Q4 next:2024Q1 | messy rsid bookmarks kern spacing p:since d:plain |
MORE 老鹰岩水库 红沙沟水库
FIELD level | figure | 米 | 141.11-149.97
FIELD level_change | comparison | 米 | Δlevel 上升/下降
FIELD stored | figure | 万立方米 | 210.5-989.5
FIELD stored_was | figure | 万立方米 | prev:stored
FIELD supplied | figure | 万立方米 | 21.5-98.5
FIELD supplied_year | comparison | % | %Ysupplied 增长/减少
FIELD rain | figure | 毫米 | 41.5-289.5
FIELD walks | figure | 次 | 31-98
FIELD ills | figure | 处 | 11-49
FIELD mended | figure | 处 | <ills
FIELD rate | rate | % | mended/ills:1
FIELD seep | figure | 升/秒 | 0.11-2.87
FIELD weeds | figure | 平方米 | 1100；；1400；；1700；；2200；；2600；；3300；；3800；；4100
FIELD driven | figure | 人次 | 21-190
FIELD nets | figure | 张 | ~2-9
FIELD cost | figure, | 元 | 11000-98900
FIELD opened | date | | plain
FIELD places | list | | 溢洪道；；坝脚排水沟；；启闭机房；；放水涵管；；库尾淤积区；；测压管；；防汛上坝路
FIELD ask | text | | 白蚁危害面扩大，请求派员诱杀；；水位计被雷击坏，暂用人工读数；；库区垂钓屡禁不止，建议设卡；；管护房屋面漏雨，已垫钱修补；；上游养殖排水混浊，须会同查处；；闸门止水老化，滴漏明显；；视频信号时断时续，流量费偏贵；；备用电源蓄电不足，盼早更换
T {unit}{period}运行管护简报
S 县水利工程管理所：
H 一、水雨情
P 截至{asof}，库水位{level}米，较上季{level_change}；蓄水量{stored}万立方米（上季末为{stored_was}万立方米）。本季累计降雨{rain}毫米，供水{supplied}万立方米，同比{supplied_year}。
H 二、巡查维护
P 巡坝{walks}次，发现缺陷{ills}处，处理{mended}处，处理率{rate}%，坝脚渗流量{seep}升/秒。重点看了{places:、}。
P 清除坝坡杂草{weeds}余平方米，劝离垂钓、游泳{driven}人次<<nets>0|，收缴地笼{nets}张>>，维护支出{cost}元。
?driven>110 P 劝离人次偏多，已在入口处加装喇叭2个。
H 三、闸门试车
P {opened}对闸门、启闭机试车，运行正常。
H 四、请示事项
P {ask}。
P “三个责任人”名单见公示牌；执行《小型水库安全管理办法》第十七条；{next}报表请于首月5日前报送。
G {unit}管理站
D {signed}
WB 编号=# | 水库=unit | 水位（米）=level | 蓄水量//本季末=stored | 蓄水量//上季末=stored_was | 降雨（毫米）=rain | 供水（立方米）=supplied*10000 | 供水同比=supplied_year | 巡坝（次）=walks | 缺陷//发现=ills | 缺陷//处理=mended | 缺陷//处理率（%）=rate | 渗流量（升/秒）=seep | 除草（平方米）=weeds | 劝离（人次）=driven | 地笼（张）=nets | 支出（元）=cost | 试车日期=opened | 重点部位=places | 请示=ask | 技术负责人=xn | 备注=xt
WBLOOKS annex title emptyrow total notes
TRAP 2个；；“三个责任人”；；《小型水库安全管理办法》；；第十七条；；首月5日前

KIND 162 | village-buses | several | 东线车队 西线车队 北线车队 | 2024-04 2024-05 | messy rsid latin faces p:month-said d:dash |
MORE 南线车队 环线车队
FIELD buses | figure | 辆 | 21-69
FIELD clean | figure | 辆 | 5-20
FIELD clean_share | rate | % | clean/buses:1
FIELD runs | figure | 班次 | 1010-4890
FIELD missed | figure | 班次 | 2-29
FIELD riders | figure | 万人次 | 3.11-19.87
FIELD riders_change | comparison | % | %Δriders 上升/下降
FIELD riders_year | comparison | % | %Yriders 上升/下降
FIELD free | figure, | 人次 | 2010-9890
FIELD villages | figure | 个 | 70-98
FIELD km | figure | 万公里 | 4.11-9.87
FIELD power | figure | 千瓦时 | 5010-9890
FIELD income | figure | 万元 | 11.11-59.97
FIELD aid | figure | 万元 | 3.11-9.97
FIELD hit | figure | 起 | ~1-5
FIELD lost | figure | 件 | 31-60
FIELD returned | figure | 件 | <lost
FIELD mood | text | | 乘客夸驾驶员扶老携幼；；学生盼末班车推迟；；候车亭座椅积灰，村民有怨言；；有老人忘带证件被劝下车，已上门致歉；；站牌时刻模糊，看不清；；集日拥挤，请求加车
T 镇村公交运营简况
P {unit}　{period}
TH 类别 | 指标 | 数值 | 单位
TD 运力 | 投入车辆 | {buses} | 辆
TD ^ | 发班 | {runs} | 班次
TD 效益 | 客运量 | {riders} | 万人次
TD ^ | 票款收入 | {income} | 万元
P 说明如下：
P 1. 运力。新能源车{clean}辆，占比{clean_share}%，通达行政村{villages}个；脱班{missed}班次，均已登记原因。
P 2. 客流。客运量环比{riders_change}，同比{riders_year}；65岁以上老人免费乘车{free}人次。
P 3. 能耗与补贴。行驶{km}万公里，充电{power}千瓦时，到账补贴{aid}万元<<hit>0|；发生剐蹭{hit}起，未造成人员受伤>>。
P 4. 失物。拾得{lost}件，归还{returned}件。
?missed>12 P 5. 提醒。脱班超过1%的线路，由安机科逐班说明。
P 乘客心声：{mood}。
P 投诉电话0000-5551230；“一元公交进村口”。
G {unit}
D {signed}
WB 车队=unit | 车辆（辆）=buses | 新能源（辆）=clean | 占比=clean_share% | 发班=runs | 脱班=missed | 客运量（人次）=riders*10000 | 环比（%）=riders_change± | 同比（%）=riders_year± | 免费乘车（人次）=free | 行政村=villages | 里程（公里）=km*10000 | 充电（千瓦时）=power | 票款（元）=income*10000 | 补贴（元）=aid*10000 | 剐蹭（起）=hit | 拾得失物（件）=lost | 归还失物（件）=returned | 乘客心声=mood | 队长=xn
WBLOOKS forms pairs joined
TRAP 65岁以上；；1%；；0000-5551230；；“一元公交进村口”

KIND 163 | boarding-schools | several | 育才学校 思源学校 知行学校 致远学校 | 2024-09 2024-10 | messy rsid proof lang indent-spaces p:monthly d:full moved:4,5 |
MORE 笃行学校
FIELD rooms | figure | 间 | 61-198
FIELD boys | figure | 人 | 210-390
FIELD girls | figure | 人 | 211-389
FIELD all | figure | 人 | boys+girls
FIELD all_change | comparison | 人 | Δall 增加/减少
FIELD keepers | figure | 名 | 5-29
FIELD nights | figure | 人次 | 31-98
FIELD sick | figure | 人次 | 11-29
FIELD hot | figure | 吨 | 110.5-489.5
FIELD power | figure | 度 | 2010-9890
FIELD drill | figure | 秒 | 101-198
FIELD bans | figure | 件 | ~2-19
FIELD beds | figure | 张 | 790-990
FIELD free | figure | 元 | 10100-48900
FIELD tidy | rate | % | 81.1-97.9
FIELD held | date | | chinese
FIELD acts | list | | 叠被比赛；；睡前故事；；生日会；；家书日；；洗衣课；；观星夜
FIELD talk | text | | 部分低年级学生想家，夜里啼哭；；热水供应时段短，排长队；；卫生间异味难除；；家长要求增设晾晒架；；上铺护栏偏低，需加高；；宿管员夜班补助未落实；；窗纱破损，蚊虫多；；床板受潮起翘
T {unit}学生宿舍管理月报
T （{period}）
P 基本情况：使用宿舍{rooms}间、床位{beds}张，住校生{all}人（男生{boys}人、女生{girls}人），较上月{all_change}。
P 值守情况：宿管员{keepers}名，校领导带班夜查{nights}人次，夜间送医{sick}人次。
P 后勤情况：供热水{hot}吨，用电{power}度，免除住宿费{free}元。
P 安全情况：{held}组织夜间疏散，用时{drill}秒<<bans>0|；收缴违规电器{bans}件>>。
P 育人情况：开展{acts:、}等活动，内务达标率{tidy}%。
?nights>60 P 补充：夜查人次已达学期目标的80%。
P 存在问题：{talk}。
P 制度依据《寄宿制学校管理规范》第三章；“熄灯前十分钟，人人报平安”。
G {unit}学生处
D {signed}
WB 序号=# | 学校=unit | 宿舍（间）=rooms | 床位=beds | 住校生//合计=all | 住校生//男=boys | 住校生//女=girls | 住校生//增减=all_change± | 宿管员=keepers | 夜查（人次）=nights | 送医（人次）=sick | 热水（吨）=hot | 用电（度）=power | 免住宿费（万元）=free/10000 | 疏散用时（秒）=drill | 电器（件）=bans | 内务达标率=tidy@% | 疏散日期=held | 活动=acts@， | 问题=talk | 备注=xt
WBLOOKS sheets title signline subtotals
TRAP 80%；；《寄宿制学校管理规范》；；第三章；；“熄灯前十分钟，人人报平安”

KIND 164 | low-income | several | 松柏镇 枫桥镇 榆林乡 槐店乡 柏杨镇 | 2023Q1 2023Q2 2023Q3 next:2023Q4 | messy rsid highlight sdt p:q1 d:dots |
MORE 桂花镇
FIELD homes | figure | 户 | 310-890 | poor
FIELD people | figure, | 人 | 1010-1990 | poor
FIELD added | figure | 户 | 11-49
FIELD left | figure | 户 | 5-30
FIELD paid | figure | 万元 | 41.11-98.97
FIELD paid_change | comparison | 万元 | Δpaid 增加/减少
FIELD mean | figure | 元/月 | 410-690
FIELD checked | figure | 户 | 110-300
FIELD checked_rate | rate | % | checked/homes:1
FIELD single | figure | 人 | 51-190
FIELD nursed | figure | 人次 | 210-890
FIELD urgent | figure | 人次 | 12-89
FIELD urgent_year | comparison | 人次 | Yurgent 增加/减少
FIELD drifters | figure | 人 | ~1-7
FIELD coal | figure | 吨 | 21.5-98.5
FIELD quilts | figure | 床 | 110-490
FIELD posted | date | | plain
FIELD why | list | | 就业增收；；家庭成员去世；；财产超标；；迁出本地；；赡养人履责；；户内合并
FIELD doubt | text | | 外出务工收入难核实，邻里证明流于人情；；信息核对授权书签名不全；；残疾鉴定周期长，影响分档；；隐性赡养关系易漏；；救助金存折遗失，老人补办不便；；新老政策衔接期群众疑问多；；经办人员更替频繁，台账有断档；；部分农户认为困难就该吃低保
T {unit}{period}社会救助工作汇报
S 县民政局社会救助股：
U （一）低保动态管理
P {quarter}末，{unit}低保对象{homes}户{people}人，季内新增{added}户、退出{left}户，退出原因有{why:、}。发放低保金{paid}万元，比上季度{paid_change}，人均补助{mean}元/月。
P 入户复核{checked}户，复核率{checked_rate}%，{posted}在村务公开栏张榜，公示期为7天。
?checked>200 P 复核户数较多，另请3名社工参加。
U （二）特困供养
P 分散供养{single}人，上门照料{nursed}人次，发放取暖煤{coal}吨、棉被{quilts}床。
U （三）临时救助
P 实施临时救助{urgent}人次，较去年同期{urgent_year}<<drifters>0|；护送流浪人员返乡{drifters}人>>。
U （四）问题
P {doubt}。
P {next}将按《社会救助暂行办法》第十三条做好“应保尽保、应退尽退”。政策热线0000-8812345。
G {unit}民政所
D {signed}
WB 序号=# | 乡镇名称=unit | 低保//户数=homes | 低保//人数=people | 低保//新增（户）=added | 低保//退出（户）=left | 低保//退出原因=why@； | 低保金（元）=paid*10000 | 人均（元/月）=mean | 复核（户）=checked | 复核率=checked_rate% | 分散供养（人）=single | 照料（人次）=nursed | 取暖煤（公斤）=coal*1000 | 棉被（床）=quilts | 临时救助//人次=urgent | 临时救助//同比=urgent_year± | 流浪人员（人）=drifters | 张榜日期=posted~ | 问题=doubt | 经办人=xn | 电话=xp
WBLOOKS title counted total notes
TRAP 7天；；3名社工；；《社会救助暂行办法》；；第十三条；；“应保尽保、应退尽退”；；0000-8812345

KIND 165 | film-shows | several | 放映一队 放映二队 放映三队 | 2024Q2 2024Q3 | messy rsid tracked coloured p:digit d:spaced |
MORE 放映四队
FIELD shows | figure | 场 | 110-390
FIELD plan | figure | 场 | 400-490
FIELD rate | rate | % | shows/plan:1
FIELD shows_year | comparison | 场 | Yshows 多/少
FIELD crowd | figure, | 人次 | 10010-19890
FIELD crowd_was | figure | 人次 | prev:crowd_plain
FIELD crowd_plain | figure | 人次 | 3011-9890
FIELD villages | figure | 个 | 51-98
FIELD school | figure | 场 | 11-49
FIELD site | figure | 场 | 2-10
FIELD films | figure | 部 | 12-39
FIELD dialect | figure | 部 | ~1-6
FIELD oil | figure | 升 | 310.5-989.5
FIELD lamp | figure | 小时 | 210-690
FIELD fee | figure | 元/场 | 81-140
FIELD seen | date | | dots
FIELD liked | list | | 老戏新唱；；山里娃；；稻谷香；；河灯；；铁道雪；；养蜂人家
FIELD hard | text | | 梅雨天露天放映常中断；；年轻观众被短视频分流；；银幕支架锈蚀，抬运费劲；；放映员平均五十开外，后继乏人；；村广场灯光太亮，画面发白；；片源更新慢，戏曲片尤缺
T {period}农村公益电影放映情况
P {unit}承担{villages}个行政村的放映任务，季度计划{plan}场，实际放映{shows}场，完成率{rate}%，同比{shows_year}。
P 分场地看：校园{school}场，工地{site}场，其余为村庄。室内观众{crowd_plain}人次，上季度为{crowd_was}人次；全部观众{crowd}人次。
P 分影片看：订购影片{films}部<<dialect>0|（含方言配音{dialect}部）>>，最受欢迎的有《{liked:》《}》。
P 分保障看：发电机耗油{oil}升，灯泡点亮{lamp}小时，场次补贴{fee}元/场；{seen}接受器材年检。
?lamp>400 P 灯泡寿命将尽，需备用灯泡4只。
P 困难：{hard}。
P 要求：每场加映科教片10分钟；“看得上、看得好”。
G {unit}
D {signed}
WB 放映队=unit | 行政村=villages | 计划（场）=plan | 实际（场）=shows | 完成率（%）=rate | 同比（场）=shows_year | 校园（场）=school | 工地（场）=site | 观众//全部=crowd | 观众//室内=crowd_plain | 观众//室内上季=crowd_was | 影片（部）=films | 方言（部）=dialect | 耗油（升）=oil | 灯泡（小时）=lamp | 补贴（元/场）=fee | 受欢迎影片=liked@、 | 年检日期=seen~ | 困难=hard | 队长=xn
WBLOOKS titleonly gap colb textnum total
TRAP 4只；；10分钟；；“看得上、看得好”

KIND 166 | village-income | several | 上林村 中林村 下林村 | 2023H1 2023H2 2024H1 | messy rsid merged-runs perms sign-spaces p:h d:chinese |
MORE 竹林村 茶林村
FIELD income | figure | 万元 | 31.11-98.97
FIELD income_change | comparison | % | %Δincome 增长/下降
FIELD rent | figure | 万元 | 5.11-9.87
FIELD share | figure | 万元 | 2.11-4.87
FIELD sales | figure | 万元 | 10.11-13.87
FIELD spent | figure | 万元 | 14.11-19.97
FIELD left | figure | 万元 | income-spent
FIELD land | figure | 亩 | 310.5-989.5
FIELD homes | figure | 户 | 110-490
FIELD each | figure | 元 | 210.5-898.5
FIELD debts | figure | 元 | 11010-48900
FIELD contracts | figure | 份 | 21-98
FIELD fixed | figure | 份 | 5-19
FIELD jobs | figure | 人 | ~12-69
FIELD projects | rows | | name：豆腐坊；；冷藏库；；民宿院；；光伏棚；；榨油厂；；莲藕塘/who：自营；；入股；；发包/money：1.11-9.87/stage：投产；；在建；；扩建
FIELD met | date | | full
FIELD plan | text | | 盘活旧校舍，改作农事体验馆；；与邻村合股买烘干机；；清收拖欠多年的鱼塘承包费；；注册山货商标；；修通机耕路后流转荒坡；；试种羊肚菌
T {unit}集体经济运行分析
T {period}
P 〔收入〕村集体经营收入{income}万元，较上一报告期{income_change}。其中，资产租赁{rent}万元，入股分红{share}万元，产品销售{sales}万元，其余为补助。
P 〔支出〕支出{spent}万元，结余{left}万元；历年欠款{debts}元。
P 〔资源〕流转土地{land}亩，涉及农户{homes}户，户均增收{each}元<<jobs>0|，吸纳就业{jobs}人>>。
P 〔合同〕清理合同{contracts}份，规范{fixed}份。
P 〔项目〕{met}经村民代表会议通过，实施下列项目：
TH 项目名称 | 方式 | 投资（万元） | 进展
TR projects | {name} | {who} | {money} | {stage}
?contracts>55 P 〔提示〕合同份数多，须在60日内录入平台。
P 〔打算〕{plan}。
P 审计依据为《农村集体经济组织法》第四十五条，“一本账、三公开”。
G {unit}股份经济合作社
D {signed}
WB 村名=unit | 收入（元）//合计=income*10000 | 收入（元）//租赁=rent*10000 | 收入（元）//分红=share*10000 | 收入（元）//销售=sales*10000 | 支出（元）=spent*10000 | 结余（元）=left*10000 | 欠款（元）=debts | 土地（亩）=land | 农户（户）=homes | 户均增收（元）=each | 就业（人）=jobs | 合同//清理=contracts | 合同//规范=fixed | 代表会日期=met | 打算=plan | 报账员=xn | 备注=xt
WBLOOKS annex title notes total freeze
TRAP 60日内；；《农村集体经济组织法》；；第四十五条；；“一本账、三公开”
"""
KINDS += r"""
KIND 167 | pine-disease | several | 云岭乡 雾山乡 霞坡镇 石梯镇 | 2024Q1 2024Q2 | messy rsid smarttag pages p:to d:plain dropped:6 |
MORE 苔溪镇
FIELD surveyed | figure | 万亩 | 1.11-9.87
FIELD dead | figure | 株 | 410-1890
FIELD dead_year | comparison | 株 | Ydead 增加/减少
FIELD felled | figure | 株 | <dead
FIELD rate | rate | % | felled/dead:1
FIELD chips | figure | 吨 | 41.5-198.5
FIELD traps | figure | 套 | 110-400
FIELD beetles | figure, | 头 | 1010-9890
FIELD per | figure | 头/套 | beetles/traps:1
FIELD shots | figure | 瓶 | 2010-4890
FIELD posts | figure | 个 | 2-14
FIELD trucks | figure | 辆次 | 110-690
FIELD seized | figure | 立方米 | ~1.1-9.8
FIELD flights | figure | 架次 | 11-89
FIELD cost | figure | 万元 | 21.11-98.97
FIELD walked | date | | plain
FIELD spots | list | | 狮子坳；；木鱼岭；；大竹沟；；老鹰嘴；；杉树垭；；九道拐
FIELD view | text | | 山高路陡，疫木下山靠人抬；；农户私留枯枝做柴，回收难；；除治队跨县作业，监管缺位；；电缆盘木包装来源不明；；树干注药时机把握不准；；林地边界纠纷拖慢清理；；图斑与实地不符，重复核查；；伐桩覆膜被野猪拱破
T {unit}{period}松材线虫病防控情况
P 县林业局：现将有关情况报告如下。
R 普查监测。地面踏查{surveyed}万亩，无人机巡查{flights}架次，发现枯死松树{dead}株，同比{dead_year}，主要分布在{spots:、}一带。
R 疫木除治。采伐{felled}株，除治率{rate}%，粉碎枝桠{chips}吨，焚烧点均有2人以上看守。
R 媒介防治。悬挂诱捕器{traps}套，诱获天牛{beetles}头，平均{per}头/套；注药{shots}瓶。
R 检疫执法。设检查点{posts}个，检查车辆{trucks}辆次<<seized>0|，扣留松木{seized}立方米>>。
R 经费使用。支出除治经费{cost}万元，实行“先干后补、验收付款”。
?traps>250 R 增补事项。诱捕器密度较大，每月换芯1次改为2次。
R 现场检查。{walked}，县乡联合验收小班。
R 主要困难。{view}。
P 依据《松材线虫病疫区和疫木管理办法》第九条，疫木采伐须在3月31日前结束。
G {unit}林业工作站
D {signed}
WB 序号=# | 乡镇=unit | 踏查（亩）=surveyed*10000 | 无人机（架次）=flights | 枯死松树=dead | 同比=dead_year± | 采伐（株）=felled | 除治率=rate% | 枝桠（吨）=chips | 诱捕器//套数=traps | 诱捕器//天牛（头）=beetles | 诱捕器//平均（头/套）=per | 注药（瓶）=shots | 检查点=posts | 车辆（辆次）=trucks | 扣留（立方米）=seized | 经费（元）=cost*10000 | 验收日期=walked | 分布=spots@、 | 困难=view | 护林队长=xn
WBLOOKS title county:岚山县 short total signline
TRAP 2人以上；；“先干后补、验收付款”；；1次改为2次；；第九条；；3月31日前

KIND 168 | village-clinics | several | 桑树坪村 柿子湾村 李家坳村 | 2024-01 2024-02 | messy rsid latin empty-runs moves p:bare d:dots wide:seen |
MORE 枣树岭村 核桃沟村
FIELD seen | figure | 人次 | 210-890
FIELD seen_change | comparison | 人次 | Δseen 上升/下降
FIELD signed_up | figure | 户 | 110-390
FIELD old | figure | 人 | 51-190
FIELD pressure | figure | 人 | 41-98
FIELD kept | figure | 人 | <pressure
FIELD rate | rate | ％ | kept/pressure:1
FIELD sugar | figure | 人 | 11-39
FIELD babies | figure | 名 | 2-10
FIELD sent | figure | 人次 | 12-29
FIELD drugs | figure | 种 | 61-98
FIELD income | figure, | 元 | 3010-9890
FIELD paid | figure | 元 | 1010.5-2989.5
FIELD waste | figure | 公斤 | 3.1-9.8
FIELD hurt | figure | 例 | ~1-5
FIELD came | date | | dots
FIELD note | text | | 雪天路滑，随访推迟；；血糖试纸缺货；；心电图机接触不良；；有人拿过期药来换；；返乡人员多，咳嗽患者增加；；诊室烟道倒灌
T 村卫生室月度工作情况
P {unit}（{period}）
B 诊疗：门诊 {seen} 人次，环比{seen_change}，转诊 {sent} 人次，药品收入 {income} 元，报销 {paid} 元。
B 签约：家庭医生签约 {signed_up} 户；为 65 岁以上老人体检 {old} 人。
B 慢病：高血压患者 {pressure} 人，血压控制 {kept} 人，控制率 {rate} ％；糖尿病患者 {sugar} 人。
B 妇幼：访视新生儿 {babies} 名<<hurt>0|；上报犬伤处置 {hurt} 例>>。
B 药械：配备药品 {drugs} 种，交接医疗废物 {waste} 公斤。
?old>120 B 提示：体检人数多，分 3 批进行。
B 督导：{came} 乡镇卫生院来人督导。
B 其他：{note}。
P 值班手机全天开机，夜间出诊费不超过 20 元。
G {unit}卫生室
D {signed}
WB 村=unit | 诊疗//门诊（人次）=seen | 诊疗//环比=seen_change± | 诊疗//转诊（人次）=sent | 诊疗//药品收入（元）=income | 诊疗//报销（元）=paid | 签约（户）=signed_up | 老人体检=old | 慢病//高血压=pressure | 慢病//控制=kept | 慢病//控制率（%）=rate | 慢病//糖尿病=sugar | 新生儿=babies | 犬伤（例）=hurt | 药品（种）=drugs | 废物（公斤）=waste | 督导日期=came | 其他=note | 村医=xn | 备注=xt
WBLOOKS sheets titleonly madeline totaltop mean notes
TRAP 65 岁以上；；3 批；；20 元

KIND 169 | sewage-plants | several | 桥东污水站 桥西污水站 | 2024Q1 2024Q2 2024Q3 | messy rsid faces blank-lines p:cum d:plain |
MORE 桥南污水站 桥北污水站
FIELD water | figure | 万吨 | 21.11-98.97
FIELD water_year | comparison | % | %Ywater 上升/下降
FIELD load | rate | % | 61.1-97.9
FIELD oxygen_in | figure | 毫克/升 | 110-290
FIELD oxygen_out | figure | 毫克/升 | 21-49
FIELD nitrogen | figure | 毫克/升 | 1.11-4.87
FIELD mud | figure | 吨 | 110.5-489.5
FIELD power | figure, | 度 | 11010-98900
FIELD per | figure | 度/万吨 | power/water:1
FIELD drug | figure | 公斤 | 510-1890
FIELD homes | figure | 户 | 310-990
FIELD pipe | figure | 公里 | 11.15-49.85
FIELD blocked | figure | 处 | 10-29
FIELD stops | figure | 次 | ~1-6
FIELD tests | figure | 次 | 41-89
FIELD passed | rate | % | 91.1-99.9
FIELD fee | figure | 万元 | 11.11-20.97
FIELD checked | date | | full
FIELD wish | text | | 雨污混接严重，汛期进水浓度低；；格栅机链条磨损；；污泥外运价格上涨；；在线监测仪校准频繁；；臭气扰民，拟加盖；；提升泵备件停产
T {unit}运行情况报告
P 报告期：{period}
H 一、水量水质
P 处理污水{water}万吨，同比{water_year}，负荷率{load}%；进水化学需氧量均值{oxygen_in}毫克/升，出水{oxygen_out}毫克/升，氨氮{nitrogen}毫克/升；自检{tests}次，达标率{passed}%。
H 二、消耗与成本
P 用电{power}度，单位电耗{per}度/万吨，投加药剂{drug}公斤，产生污泥{mud}吨，收到运行费{fee}万元。
H 三、管网
P 接入农户{homes}户，管网{pipe}公里，疏通堵点{blocked}处<<stops>0|；计划停运检修{stops}次，每次不超过8小时>>。
?blocked>18 P 堵点较多，已对其中2个片区开展内窥检测。
H 四、检查
P {checked}，生态环境部门采样比对，结果合格。
H 五、建议
P {wish}。
P 排放执行GB 18918一级B标准；“清水出站、净水入河”。
G {unit}
D {signed}
WB 站名=unit | 处理量（吨）=water*10000 | 同比（%）=water_year± | 负荷率=load% | 化学需氧量//进水=oxygen_in | 化学需氧量//出水=oxygen_out | 氨氮=nitrogen | 自检（次）=tests | 达标率=passed% | 用电（度）=power | 电耗（度/万吨）=per | 药剂（公斤）=drug | 污泥（吨）=mud | 运行费（元）=fee*10000 | 农户（户）=homes | 管网（米）=pipe*1000 | 堵点=blocked | 停运（次）=stops | 采样日期=checked~ | 建议=wish | 站长=xn
WBLOOKS title gap mean notes
TRAP 8小时；；2个片区；；GB 18918；；“清水出站、净水入河”

KIND 170 | woodlands-en | several | Ashwood ; Birch Hill ; Cedar Copse | Q2-2024 ; Q3-2024 | messy rsid latin-only kern p:ordinal d:en |
MORE Dingle Wood ; Elm Grove
FIELD planted | figure, | | 2010-9890
FIELD planted_year | comparison | % | %Yplanted up/down
FIELD alive | rate | % | 71.1-96.9
FIELD felled | figure | m³ | 110.5-489.5
FIELD felled_was | figure | m³ | prev:felled
FIELD thinned | figure | ha | 11.5-48.5
FIELD fenced | figure | m | 1010-4890
FIELD deer | figure | | 21-98
FIELD fires | figure | | ~2-9
FIELD rangers | figure | | 10-19
FIELD hours | figure | hours | 410-990
FIELD visitors | figure, | | 11010-28900
FIELD sold | figure, | CNY | 31010-98900
FIELD surveyed | date | |
FIELD seen | list | | nuthatch ; badger ; pine marten ; goldcrest ; tawny owl ; brimstone
FIELD plan | text | | Coppice the lower ride before spring ; Burn no brash near the school ; Ask the sawmill for a better price ; Replace the gate by the quarry ; Train two people with chainsaws ; Put nest boxes along the brook
T Woodland report: {unit}, {period}
P To: County Forestry Committee
N Planting. {planted} trees were planted, {planted_year} on the same quarter last year; {alive}% of last season's trees are alive.
N Timber. {felled} m³ was felled against {felled_was} m³ in the last quarter, and {thinned} ha was thinned. Sales brought CNY {sold}.
N Protection. {fenced} m of fence was put up and {deer} deer were counted.<<fires>0| Rangers put out {fires} small fires.>>
N People. {rangers} rangers worked {hours} hours; {visitors} visitors came. Wildlife noted on {surveyed}: {seen:, }.
?hours>700 P Overtime passed 40 hours for some rangers; see section 3 of the handbook.
P Next steps. {plan}.
P “Leave only footprints”. Report fires to 0000 555 0190.
G Head Ranger, {unit}
D {signed}
WB Wood=unit | Trees planted=planted | On last year=planted_year | Alive=alive% | Timber//Last quarter (m³)=felled_was | Timber//This quarter (m³)=felled | Thinned (ha)=thinned | Fence (km)=fenced/1000 | Deer=deer | Fires=fires | Rangers=rangers | Hours=hours | Visitors=visitors | Sales (CNY)=sold | Surveyed on=surveyed | Wildlife=seen@; | Next steps=plan | Head ranger=xn | Notes=xt
WBLOOKS titleonly madeline total mean
TRAP 40 hours；；section 3；；“Leave only footprints”；；0000 555 0190
"""
KINDS += r"""
KIND 171 | payment-centre | one | 城关核算站 | 2024Q2 | messy rsid sdt tracked p:q2 d:spaced |
MORE 东岭核算站 西岭核算站 河畔核算站
FIELD offices | figure | 家 | 41-69
FIELD vouchers | figure, | 笔 | 3101-8890
FIELD money | figure | 万元 | 4101.15-8989.95
FIELD money_change | comparison | % | %Δmoney 增长/下降
FIELD cards | figure | 张 | 210-390
FIELD direct | rate | % | 81.1-89.7
FIELD returned | figure | 笔 | 21-39
FIELD minutes | figure | 分钟 | 11.1-19.9
FIELD salaries | figure | 人 | 1101-2890
FIELD zero | figure | 个 | 3-9
FIELD reminded | figure | 次 | 11-19
FIELD saved | figure | 万元 | 21.11-38.97
FIELD closed | date | | plain
T {unit}{period}国库集中支付运行情况
S 县财政局国库股：
P 本季，{unit}服务预算单位{offices}家，审核支付凭证{vouchers}笔，支付资金{money}万元，较上季{money_change}；直接支付占{direct}%，平均每笔用时{minutes}分钟。
P 退回差错凭证{returned}笔，电话提醒{reminded}次，压减不合理支出{saved}万元；代发工资{salaries}人，公务卡新开{cards}张。
P 清理零余额账户{zero}个，{closed}完成季末对账，“日清月结、账账相符”。
P 依据《预算法实施条例》第六十四条；咨询0000-3456700。
G {unit}
D {signed}
WB 序号=# | 核算站=unit | 单位（家）=offices | 凭证（笔）=vouchers | 支付（元）=money*10000 | 环比=money_change | 直接支付占比=direct@% | 用时（分钟）=minutes | 退回（笔）=returned | 提醒（次）=reminded | 压减（元）=saved*10000 | 代发工资（人）=salaries | 公务卡（张）=cards | 清理账户=zero | 对账日期=closed | 复核=xn
WBLOOKS titleonly madeline mean
TRAP “日清月结、账账相符”；；《预算法实施条例》；；第六十四条；；0000-3456700

KIND 172 | river-gauges | one | 三汊河水文站 | 2024-07 | messy rsid pages faces p:monthly d:dash |
MORE 五里湖水文站 七星渡水文站 九曲河水文站
FIELD level | figure | 米 | 21.11-29.87
FIELD top | figure | 米 | 31.11-38.97
FIELD flow | figure | 立方米/秒 | 310-890
FIELD rain | figure | 毫米 | 110.5-198.5
FIELD rain_year | comparison | % | %Yrain 增加/减少
FIELD sand | figure | 千克/立方米 | 1.11-4.87
FIELD measured | figure | 次 | 41-59
FIELD telegrams | figure | 份 | 210-390
FIELD ontime | rate | % | 96.1-99.9
FIELD boats | figure | 航次 | 61-89
FIELD floats | figure | 个 | 11-19
FIELD temp | figure | ℃ | 22.1-27.9
FIELD buoy | figure | 公里 | 2.1-8.9
FIELD peak | date | | full
T {unit}{period}水情简报
P 呈：县防汛抗旱指挥部办公室
U 水位流量
P 月平均水位{level}米，最高水位{top}米（{peak}），平均流量{flow}立方米/秒，含沙量{sand}千克/立方米，水温{temp}℃。
U 雨情
P 流域平均降雨{rain}毫米，同比{rain_year}。
U 测报
P 测流{measured}次，拍报{telegrams}份，及时率{ontime}%；测船出动{boats}航次，投放浮标{floats}个，巡视断面{buoy}公里。
P 　　警戒水位33.50米，保证水位35.00米。测验执行《河流流量测验规范》GB 50179，“测得到、报得出”。
G {unit}
D {signed}
WB 站名=unit | 水位（米）//平均=level | 水位（米）//最高=top | 流量（立方米/秒）=flow | 含沙量=sand | 水温（℃）=temp | 降雨（毫米）=rain | 降雨同比（%）=rain_year± | 测流（次）=measured | 拍报（份）=telegrams | 及时率=ontime% | 测船（航次）=boats | 浮标（个）=floats | 断面（米）=buoy*1000 | 最高水位日期=peak | 测员=xn | 备注=xt
WBLOOKS annex title mean
TRAP 33.50米；；35.00米；；《河流流量测验规范》；；GB 50179；；“测得到、报得出”

KIND 173 | craft-workshops | one | 蓝草坊村 | 2024H1 | messy rsid styles coloured p:h d:chinese |
MORE 竹器坊村 泥塑坊村 剪纸坊村
FIELD rooms | figure | 间 | 11-19
FIELD crafters | figure | 名 | 61-98
FIELD women | rate | % | 61.1-78.9
FIELD taught | figure | 人次 | 310-490
FIELD cloth | figure | 米 | 2101-4890
FIELD orders | figure | 单 | 501-690
FIELD orders_change | comparison | 单 | Δorders 增加/减少
FIELD sales | figure | 万元 | 31.11-68.97
FIELD online | rate | % | 31.1-48.9
FIELD wages | figure | 元/天 | 101-139
FIELD guests | figure, | 人次 | 5101-8890
FIELD designs | figure | 款 | 21-39
FIELD fairs | figure | 场 | 3-9
FIELD opened | date | | dots
T {unit}非遗工坊{period}经营情况
R 规模。现有工坊{rooms}间、从业者{crafters}名，女性占{women}%，培训学徒{taught}人次，日均工钱{wages}元/天。
R 产销。染布{cloth}米，开发新款{designs}款，接单{orders}单（与前半年相比{orders_change}），销售收入{sales}万元，线上占{online}%。
R 推介。参加展会{fairs}场，接待体验游客{guests}人次；{opened}直播间开播。
R 打算。坚持“手上有活、眼里有光”，申报材料按《非物质文化遗产法》第二十九条准备。订货电话0000-2468013。
G {unit}工坊合作社
D {signed}
WB 序号=# | 村=unit | 工坊（间）=rooms | 从业者（名）=crafters | 女性占比=women% | 学徒（人次）=taught | 工钱（元/天）=wages | 染布（公里）=cloth/1000 | 新款（款）=designs | 接单=orders | 增减（单）=orders_change | 销售（元）=sales*10000 | 线上占比（%）=online | 展会（场）=fairs | 游客（人次）=guests | 开播日期=opened~ | 理事长=xn | 电话=xp
WBLOOKS title counted total notes
TRAP “手上有活、眼里有光”；；《非物质文化遗产法》；；第二十九条；；0000-2468013

KIND 174 | mobile-library-en | one | Valley Route | Q2-2024 | messy rsid latin-only lang moves p:three d:en |
MORE Coast Route ; Fell Route ; Marsh Route
FIELD stops | figure | | 41-69
FIELD days | figure | days | 31-39
FIELD km | figure, | km | 2101-4890
FIELD loans | figure, | | 5101-8890
FIELD loans_change | comparison | % | %Δloans up/down
FIELD readers | figure | | 701-990
FIELD children | rate | % | 21.1-38.9
FIELD large | figure | | 210-390
FIELD audio | figure | | 101-190
FIELD fuel | figure | litres | 401-690
FIELD late | figure | minutes | 4.1-9.8
FIELD cost | figure, | CNY | 11010-28900
FIELD serviced | date | |
T Mobile Library, {unit}
T Report for the {period}
B Service: the van went out on {days} days, called at {stops} stops and drove {km} km; it ran {late} minutes late on average.
B Use: {readers} readers, {children}% of them children, made {loans} loans, {loans_change} on the last quarter; {large} were in large print and {audio} on disc.
B Running costs: {fuel} litres of fuel; CNY {cost} in all. The van was serviced on {serviced}.
P Books may be kept for 6 weeks (Lending Rule 9). “Hop on and read”. Bookings: 0000 555 0174.
G Mobile Librarian
D {signed}
WB Route=unit | Days out=days | Stops=stops | Distance (km)=km | Late (min)=late | Readers=readers | Children=children% | Loans//All=loans | Loans//Change=loans_change | Loans//Large print=large | Loans//Audio=audio | Fuel (litres)=fuel | Cost (CNY)=cost | Serviced=serviced | Driver=xn | Notes=xt
WBLOOKS annex titleonly total
TRAP 6 weeks；；Lending Rule 9；；“Hop on and read”；；0000 555 0174

KIND 175 | firework-shops | marks | 东湖镇 西湖镇 南湖镇 | 2024-01 | rsid messy faces p:monthly | ( )
MORE 北湖镇 中湖镇
FIELD shops | figure | 家 | 21-98
FIELD boxes | figure | 箱 | 410-1890
FIELD checks | figure | 家次 | 110-490
FIELD risks | figure | 处 | 31-190
FIELD solved | figure | 处 | <risks
FIELD rate | rate | % | solved/risks:1
FIELD seized | figure | 箱 | 11-89
FIELD fined | figure | 元 | 2101-9890
FIELD trained | figure | 人 | 51-189
FIELD destroyed | date | | plain
FIELD say | text | | 无证摊点反弹；；仓库距离不足
T {unit}烟花爆竹零售点安全检查月报
P 所属月份：{period}
P 1.零售点{shops}家，储存{boxes}箱，培训经营者{trained}人。
P 2.检查{checks}家次，查出隐患{risks}处，整改{solved}处，整改率{rate}%。
P 3.收缴非法产品{seized}箱，{destroyed}集中销毁，罚款{fined}元。
P 4.存在问题：{say}
P 备注：零售点之间须相距50米以上，存放不得超过100箱；举报12350。
G {unit}应急管理所
D {signed}
WB 乡镇=unit | 零售点（家）=shops | 储存（箱）=boxes | 培训（人）=trained | 检查（家次）=checks | 隐患//查出=risks | 隐患//整改=solved | 隐患//整改率=rate% | 收缴（箱）=seized | 销毁日期=destroyed | 罚款（元）=fined | 问题=say | 经办=xn
WBLOOKS title county:镜湖区 total
TRAP 50米以上；；100箱；；12350

KIND 176 | greenhouses | marks | 红椒村 紫茄村 青瓜村 | 2024Q2 | rsid messy highlight p:q2 | 〈〉
MORE 黄姜村 白萝村
FIELD sheds | figure | 座 | 110-490
FIELD area | figure | 亩 | 210.5-890.5
FIELD yield | figure | 吨 | 1010-4890
FIELD price | figure | 元/公斤 | 2.11-6.87
FIELD sales | figure | 万元 | 110.11-689.97
FIELD film | figure | 公斤 | 511-990
FIELD tested | figure | 批次 | 21-98
FIELD passed | rate | % | 96.1-99.9
FIELD homes | figure | 户 | 61-189
FIELD hail | figure | 座 | 1-9
FIELD sold | date | | plain
FIELD need | text | | 棉被老化；；缺技术员
T 设施蔬菜生产情况
P {unit}（{period}）
P 一是规模：大棚{sheds}座，面积{area}亩，种植户{homes}户。
P 二是产销：总产量{yield}吨，均价{price}元/公斤，产值{sales}万元，头茬上市日期{sold}。
P 三是质量：抽检{tested}批次，合格率{passed}%；回收旧膜{film}公斤；雹灾损毁{hail}座。
P 四是需求：{need}
P 附：农药安全间隔期见《农药管理条例》第三十四条，采收前7天停药。
P {unit}村委会    {signed}
WB 序号=# | 村名=unit | 大棚（座）=sheds | 面积（亩）=area | 种植户=homes | 产量（公斤）=yield*1000 | 均价=price | 产值（元）=sales*10000 | 上市日期=sold | 抽检（批次）=tested | 合格率（%）=passed | 旧膜（公斤）=film | 雹灾（座）=hail | 需求=need | 备注=xt
WBLOOKS titleonly madeline total notes
TRAP 第三十四条；；7天

KIND 177 | drinking-fountains | marks | 朝阳学校 晨光学校 | 2024-09 | rsid messy p:monthly suffix:学校 | ●●
MORE 星河学校 月华学校
FIELD sets | figure | 台 | 11-49
FIELD taps | figure | 个 | 61-198
FIELD filters | figure | 支 | 21-59
FIELD tests | figure | 次 | 2-9
FIELD passed | rate | % | 96.1-99.9
FIELD water | figure | 吨 | 110.5-489.5
FIELD repairs | figure | 次 | 3-19
FIELD cost | figure | 元 | 1101-4890
FIELD washed | date | | plain
T {unit}{period}校园直饮水管理情况
S 县教育局后勤中心：
P {unit}共有直饮水设备{sets}台、龙头{taps}个，供水{water}吨；更换滤芯{filters}支，维修{repairs}次，支出{cost}元。
P 水质检测{tests}次，合格率{passed}%；{washed}完成水箱清洗消毒。
P 水质须符合GB 5749，滤芯使用不得超过180天。
P 是否公示检测报告：□是    □否
G {unit}（盖章）
D {signed}
WB 学校=unit | 设备（台）=sets | 龙头=taps | 滤芯（支）=filters | 检测（次）=tests | 合格率=passed% | 供水（吨）=water | 维修（次）=repairs | 支出（元）=cost | 清洗日期=washed | 公示=xt | 校医=xn
WBLOOKS annex titleonly gap subtotals
TRAP GB 5749；；180天；；□是；；□否

KIND 178 | driver-lounges | marks | 货运南站 货运北站 货运东站 | 2024Q3 | rsid latin messy p:q1 suffix:站 | XXX
MORE 货运西站 货运中站
FIELD beds | figure | 张 | 21-98
FIELD stays | figure | 人次 | 410-1890
FIELD meals | figure | 份 | 2101-9890
FIELD baths | figure | 人次 | 311-990
FIELD parking | figure | 车次 | 1010-4890
FIELD full | rate | % | 61.1-97.9
FIELD thefts | figure | 起 | 1-5
FIELD income | figure | 万元 | 3.11-19.87
FIELD visited | date | | plain
FIELD wish | text | | 增设洗衣机；；水电费偏高
T {period}“司机之家”运营情况
P {unit}运营情况如下：
H 一、服务数据
P 床位{beds}张，住宿{stays}人次，入住率{full}%；供餐{meals}份，淋浴{baths}人次，停车{parking}车次。
H 二、收支和安全
P 经营收入{income}万元，油料被盗{thefts}起，{visited}派出所到场指导。
H 三、意见建议
P {wish}
P 24小时开放，淋浴每人每次限20分钟；评星依据《“司机之家”运营服务规范》第5.3条。
G {unit}
D {signed}
WB 序号=# | 站名=unit | 床位（张）=beds | 住宿（人次）=stays | 入住率（%）=full | 供餐（份）=meals | 淋浴（人次）=baths | 停车（车次）=parking | 收入（元）=income*10000 | 被盗（起）=thefts | 指导日期=visited | 建议=wish | 站长=xn
WBLOOKS title totaltop mean
TRAP 24小时；；20分钟；；第5.3条

KIND 179 | shelters | marks | 春江街道 秋浦街道 夏禾街道 | 2024H2 | rsid messy kern p:h | ××
MORE 冬青街道 晴川街道
FIELD sites | figure | 处 | 5-29
FIELD area | figure | 平方米 | 11010-48900
FIELD people | figure | 万人 | 1.11-4.87
FIELD signs | figure | 块 | 61-198
FIELD water | figure | 吨 | 41.5-98.5
FIELD tents | figure | 顶 | 110-490
FIELD checks | figure | 次 | 21-58
FIELD broken | figure | 处 | 3-19
FIELD good | rate | % | 91.1-99.7
FIELD drilled | date | | plain
FIELD idea | text | | 被停车占用；；缺专人管护
T {unit}应急避难场所管护台账说明
P 填报期：{period}
P （1）现有场所{sites}处，总面积{area}平方米，可容纳{people}万人，标志牌{signs}块，储水{water}吨，帐篷{tents}顶。
P （2）巡检{checks}次，发现损坏{broken}处，设施完好率{good}%，{drilled}组织疏散演练。
P （3）问题与建议：{idea}
P 说明：人均有效面积不小于1.5平方米，《防震减灾法》第四十一条；报修0000-1190119。
TH 填报人 | 审核人 | 填报日期
TD （签名） | （签名） | {signed}
WB 街道=unit | 场所（处）=sites | 面积（平方米）=area | 容纳（人）=people*10000 | 标志牌=signs | 储水（吨）=water | 帐篷（顶）=tents | 巡检（次）=checks | 损坏（处）=broken | 完好率=good@% | 演练日期=drilled | 建议=idea | 管护员=xn | 电话=xp
WBLOOKS titleonly colb signline total
TRAP 1.5平方米；；第四十一条；；0000-1190119

KIND 180 | rain-gauges-en | marks | Upper Fold ; Nether Dale ; Cross Moor | Q1-2024 | rsid latin-only messy p:q | ##
MORE High Beck ; Low Tarn
FIELD rain | figure | mm | 110.5-489.5
FIELD wet | figure | days | 31-69
FIELD top | figure | mm | 21.5-58.5
FIELD reads | figure | | 61-89
FIELD missed | figure | | 2-19
FIELD complete | rate | % | 81.1-97.9
FIELD repairs | figure | CNY | 510-1890
FIELD cleaned | date | |
FIELD remarks | text | | none ; gauge tilted
T RAIN GAUGE RETURN
P Station: {unit}          Quarter: {period}
P Total rain: {rain} mm; wet days: {wet} days; wettest day: {top} mm.
P Readings taken: {reads}; readings missed: {missed}; record complete to {complete}%.
P Gauge cleaned on {cleaned}. Repairs: CNY {repairs}.
P Remarks: {remarks}
P Read the gauge at 9 am; see Observer's Guide, page 14. Telephone 0000 555 0145.
P Observer:                    Date: {signed}
WB Station=unit | Rain (mm)=rain | Wet days=wet | Wettest day (mm)=top | Readings=reads | Missed=missed | Complete=complete% | Repairs (CNY)=repairs | Cleaned on=cleaned | Remarks=remarks | Observer=xn
WBLOOKS annex title mean
TRAP 9 am；；page 14；；0000 555 0145
"""
