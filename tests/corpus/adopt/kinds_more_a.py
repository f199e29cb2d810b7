"""Forty kinds more (101-140), the first half: their words, their fields, the workbook. All names are invented.

Written as `kinds_later_a.py` is, with these besides:
FIELD values: figures may be texts parted by ；；, of which one is drawn (round ones, before 余)
Looks: `p:` chinese (二〇二四年第一季度), year-q (2024年度第一季度), days (2024年1月1日至3月31日), months (1—6月 of a half year), term (school terms), short
      (24年一季度), ended and abbr (English); weeks as 2024W12; dates slash and dash in a text; `commas:a,b` thousands in figures with decimals;
      `wide:a,b` or `wide:all` figures of the third report typed wide; `suffix:` what the unit of a form ends with; lang, reformatted, pages, links,
      struck (see Editor in make_more.py)
WB: `head=field@%` a percent as a text; of no field: `xd` the day of filling in, `x0` an empty column
WBLOOKS besides: colb, titleonly, periodline, notetop, gap, bands, freeze, old, named (the period in the file's name), joined; forms with
      pairs, measures"""

KINDS = r"""
KIND 101 | branch-library | several | 桐荫街道 柳堤街道 松竹街道 荷风街道 麦香镇 | 2023Q2 2023Q3 2023Q4 next:2024Q1 | messy rsid proof lang latin p:q1 d:plain |
MORE 梧桐街道 枣坪镇
FIELD hours | figure | 小时 | 410.5-698.5
FIELD visits | figure, | 人次 | 3100-19800
FIELD visits_change | comparison | % | %Δvisits 上升/回落
FIELD loans | figure, | 册次 | 1010-8900
FIELD loans_year | comparison | 册次 | Yloans 增加/减少
FIELD cards | figure | 张 | 31-290
FIELD fresh | figure | 册 | 210-890
FIELD spent | figure | 万元 | 1.11-9.87
FIELD late | figure | 册 | 21-98
FIELD back | figure | 册 | <late
FIELD rate | rate | % | back/late:1
FIELD torn | figure | 册 | ~2-19
FIELD talks | figure | 场 | 2-14 | talks
FIELD talkers | figure | 人次 | 61-690 | talks
FIELD moved_in | date | | plain
FIELD titles | list | | 绘本共读；；旧书漂流；；方言故事会；；老年手机课；；古籍装订体验；；暑期书虫打卡；；盲人听书角
FIELD wish | text | | 儿童区书架偏高，小读者够不着；；还书箱常被广告纸塞满；；自助借还机识别条码慢，高峰期排队；；晚间保安人手不够，闭馆时间难延长；；报刊订阅经费连年未涨；；少儿英文读物太少，家长多次提起；；楼上舞蹈室有噪声，阅览座位坐不住人；；空调漏水，靠窗一排座位停用
T {unit}图书分馆{period}服务情况小结
S 区图书馆总分馆办公室：
P 现将{unit}图书分馆{period}有关情况小结如下：
P 1．开放与借阅。累计开放{hours}小时，到馆读者{visits}人次，环比{visits_change}；借还图书{loans}册次，同比{loans_year}；新办读者证{cards}张。
P 2．馆藏更新。{moved_in}完成一次图书轮换，新到图书{fresh}册，购书支出{spent}万元<<torn>0|，剔除破损图书{torn}册（已登记造册）>>。
P 3．催还工作。逾期图书{late}册，追回{back}册，追回率{rate}%，读者每次最多可借8册。
P 4．阅读推广。举办活动{talks}场{talkers}人次，主要有{titles:、}。
?visits>12000 P 到馆人次较多，周末增设了2名志愿者引导。
P 5．困难。{wish}。
P “多读一本书，少刷一小时”倡议书已张贴。{next}，我们将继续做好《公共图书馆法》第三十三条要求的免费开放。
G {unit}图书分馆
D {signed}
WB 序号=# | 街道（镇）=unit | 分馆馆长=xn | 开放时长（小时）=hours | 读者//到馆（人次）=visits | 读者//新办证（张）=cards | 流通//借还（册次）=loans | 流通//同比增减=loans_year± | 流通//逾期（册）=late | 流通//追回（册）=back | 流通//追回率=rate% | 馆藏//新到（册）=fresh | 馆藏//剔除（册）=torn | 馆藏//购书（元）=spent*10000 | 活动//场次=talks | 活动//人次=talkers | 活动//名称=titles@， | 轮换日期=moved_in | 困难=wish | 备注=xt
WBLOOKS title freeze total
TRAP 8册；；2名志愿者；；“多读一本书，少刷一小时”；；《公共图书馆法》；；第三十三条

KIND 102 | dog-control | several | 河湾派出所 石坝派出所 北津派出所 | 2024-03 2024-04 | messy rsid smarttag pages indent-spaces p:bare d:dots wide:strays |
MORE 南津派出所 塔山派出所
FIELD dogs | figure | 只 | 1010-4890
FIELD fresh | figure | 只 | 51-290
FIELD chips | figure | 枚 | 41-189
FIELD strays | figure | 只 | 21-98
FIELD adopted | figure | 只 | <strays
FIELD share | rate | % | adopted/strays:2
FIELD cells | figure | 间 | 11-49
FIELD calls | figure | 起 | 31-190
FIELD calls_change | comparison | 起 | Δcalls 多/少
FIELD bites | figure | 起 | 2-19
FIELD warned | figure | 人次 | 110-490
FIELD tickets | figure | 份 | 5-39
FIELD fined | figure | 元 | 1050-9850
FIELD feed | figure | 公斤 | 210.5-689.5
FIELD night | date | | plain
FIELD note | text | | 收容间地漏堵塞，消毒后积水难排；；外地打工者返乡，寄养的犬无人认领；；有居民拒绝给老年犬植入芯片；；捕犬网破损两副，已申请更换；；夜市周边流浪犬成群，摊主随意投喂；；宠物医院免疫数据每周才回传一回
T 犬只管理工作月报
P 填报单位：{unit}        报告月份：{period}
P 辖区登记犬只{dogs}只，其中当月新登记{fresh}只，植入芯片{chips}枚。收容流浪犬{strays}只，经公告后领养{adopted}只，领养率{share}%；收容间{cells}间，消耗饲料{feed}公斤。
P 接报涉犬警情{calls}起（比上月{calls_change}），其中犬伤人{bites}起，均在15分钟内到场。
P 执法情况：教育劝导{warned}人次，开具处罚决定{tickets}份，罚款{fined}元；{night}晚开展夜间遛犬集中整治。
?tickets>20 P 处罚量偏大，请法制员对其中10%的案卷抽查。
P 情况反映：{note}。
P 注：依据《养犬管理条例》第十四条，每户限养1只；“文明牵绳一米五”宣传语统一使用。领养咨询：0000-6677889
G {unit}
D {signed}
WB 单位=unit | 涉犬警情（起）=calls | 比上月=calls_change | 犬伤人=bites | 登记犬只总数=dogs | 新登记=fresh | 芯片（枚）=chips | 收容流浪犬=strays | 领养=adopted | 领养率=share@% | 收容间数=cells | 劝导（人次）=warned | 处罚决定（份）=tickets | 罚款（元）=fined | 饲料（公斤）=feed | 夜间整治日期=night~ | 情况反映=note | 填报时间=xd
WBLOOKS titleonly periodline totaltop
TRAP 15分钟；；10%；；《养犬管理条例》；；第十四条；；1只；；“文明牵绳一米五”；；0000-6677889

KIND 103 | bridges-tunnels | several | 桥隧一所 桥隧二所 桥隧三所 | 2023H1 2023H2 | messy rsid faces bookmarks spacing p:months d:dash moved:4,5 |
MORE 桥隧四所
FIELD bridges | figure | 座 | 31-98
FIELD tunnels | figure | 座 | 3-19
FIELD checks | figure | 座次 | 210-890
FIELD ills | figure | 处 | 41-190
FIELD ills_year | comparison | 处 | Yills 增加/减少
FIELD mended | figure | 处 | <ills
FIELD rate | rate | % | mended/ills:1
FIELD lamps | figure | 盏 | 110-690
FIELD fans | figure | 台 | 11-49
FIELD joints | figure | 延米 | 51.1-489.7
FIELD concrete | figure | 立方米 | 11.1-98.7
FIELD cost | figure | 万元 | 110.11-698.97
FIELD cost_change | comparison | 万元 | Δcost 增加/减少
FIELD closed | figure | 次 | ~1-6
FIELD worst | rows | | name：老虎嘴大桥；；青石湾中桥；；九曲隧道；；牛背梁隧道；；石门坎高架桥；；卧龙沟小桥/what：伸缩缝渗水；；支座脱空；；衬砌开裂；；护栏锈蚀；；桥头跳车/grade：2类；；3类；；4类/cost：1.1-29.7
FIELD lesson | text | | 检测车通行证办理周期长，夜间作业窗口短；；部分桥牌字迹脱落，需要重做；；隧道监控录像保存天数不足，硬盘要扩容；；沿河采砂造成桩基外露，已函告水利部门；；限高架被撞两回，建议加装抓拍；；养护工平均年龄偏大，高空作业人手紧
HEADER 县公路事务中心内部资料
T {unit}{period}桥梁隧道养护工作总结
P {unit}：管养责任明确，技术档案“一桥一档、一隧一册”。{period}具体情况如下。
H 一、管养规模与巡检
P 管养桥梁{bridges}座、隧道{tunnels}座，完成经常性检查{checks}座次，发现病害{ills}处（较上年同期{ills_year}），处治{mended}处，处治率{rate}%。
P 隧道机电：更换灯具{lamps}盏，检修风机{fans}台<<closed>0|；因养护施工封闭交通{closed}次，均提前公告>>。
P 土建维修：更换伸缩缝{joints}延米，浇筑混凝土{concrete}立方米，养护支出{cost}万元，较上个半年{cost_change}。
H 二、重点病害
TH 序号 | 桥（隧）名称 | 主要病害 | 技术状况 | 估算费用（万元）
TR worst | @ | {name} | {what} | {grade} | {cost}
H 三、问题与建议
P {lesson}。
?checks>500 P 检查任务重，拟增配桥检车1台。
P 依据《公路桥涵养护规范》（JTG 5120—2021）和路养〔2022〕7号文件，4类及以上桥梁48小时内上报。
G {unit}
D {signed}
WB 序号=# | 单位=unit | 管养//桥梁\n（座）=bridges | 管养//隧道\n（座）=tunnels | 巡检//检查\n（座次）=checks | 巡检//病害\n（处）=ills | 巡检//处治\n（处）=mended | 巡检//处治率\n（%）=rate | 机电//灯具\n（盏）=lamps | 机电//风机\n（台）=fans | 土建//伸缩缝\n（延米）=joints | 土建//混凝土\n（方）=concrete | 封闭交通次数=closed | 养护支出（元）=cost*10000 | 建议=lesson | 桥工程师=xn
WBLOOKS titleonly notetop gap
TRAP “一桥一档、一隧一册”；；1台；；JTG 5120—2021；；路养〔2022〕7号；；4类及以上；；48小时

KIND 104 | school-bus | one | 松坪中心学校 | 2024Q1 | messy rsid latin struck p:q2 d:spaced |
MORE 荞麦坡学校 石榴园学校 白杨学校
FIELD buses | figure | 辆 | 11-19
FIELD routes | figure | 条 | 21-29
FIELD stops | figure | 个 | 61-98
FIELD riders | figure | 名 | 410-690
FIELD riders_change | comparison | 名 | Δriders 增加/减少
FIELD far | figure | 公里 | 12.1-19.7
FIELD runs | figure, | 趟次 | 1010-2890
FIELD ontime | rate | % | 91.11-99.87
FIELD checks | figure | 次 | 31-49
FIELD faults | figure | 处 | 2-9
FIELD drills | figure | 次 | 52-58
FIELD fuel | figure | 升 | 3101-6890
FIELD aid | figure | 万元 | 3.11-9.87
FIELD bought | date | | plain
T {unit}校车安全运行情况报告
S 县校车安全管理办公室：
P 现将我校{period}校车运行情况报告如下，请审阅。
P 一、基本情况
P （一）投入校车 {buses} 辆，开行线路 {routes} 条，设停靠点 {stops} 个，最远线路 {far} 公里。
P （二）乘车学生 {riders} 名，比上季度{riders_change}，累计发车 {runs} 趟次，准点率 {ontime}%，耗油 {fuel} 升。
P 二、安全管理
P （一）按照《校车安全管理条例》第二十一条完成车况检查 {checks} 次，排除故障隐患 {faults} 处。
P （二）组织学生逃生演练 {drills} 次；{bought}为全部车辆续保承运人责任险，收到补助资金 {aid} 万元。
P 三、下步打算
P 坚持“车不停稳不开门、人不坐好不起步”，重点抓好雨雾天气停运预警。监督电话：0000-7001122。
G {unit}
D {signed}
WB 序号=# | 学校=unit | 校车（辆）=buses | 线路（条）=routes | 停靠点=stops | 乘车学生=riders | 较上季增减=riders_change± | 最远里程（公里）=far | 发车趟次=runs | 准点率=ontime% | 车况检查=checks | 排除故障（处）=faults | 逃生演练=drills | 耗油（升）=fuel | 补助（元）=aid*10000 | 续保日期=bought~ | 随车照管员=x
WBLOOKS title total freeze
TRAP 《校车安全管理条例》；；第二十一条；；“车不停稳不开门、人不坐好不起步”；；0000-7001122

KIND 105 | seed-inspection | marks | 河东检验室 河西检验室 岗上检验室 | 2024Q1 | rsid messy lang p:q1 | △△
MORE 岭下检验室 湖滨检验室
FIELD batches | figure | 批 | 41-190 | taken
FIELD samples | figure | 份 | 110-490 | taken
FIELD purity | rate | % | 91.1-99.7
FIELD sprout | rate | % | 81.1-97.9
FIELD water | rate | % | 9.1-13.7
FIELD bad | figure | 批次 | 2-19
FIELD sealed | figure | 公斤 | 110-890
FIELD shops | figure | 家 | 21-98
FIELD cases | figure | 起 | 1-9
FIELD fined | figure | 万元 | 0.51-4.87
FIELD finished | date | | plain
FIELD idea | text | | 玉米种子芽率偏低；；包衣不匀
T {unit}{period}种子质量检验情况
S 县种子管理站：
P {period}，{unit}共扦取种子样品{batches}批{samples}份，{finished}前全部检验完毕。
P 检验结果：平均净度{purity}%，平均发芽率{sprout}%，平均水分{water}%；不合格{bad}批次，封存种子{sealed}公斤。
P 市场检查：检查种子门店{shops}家，立案{cases}起，罚没款{fined}万元。
P 分析与建议：{idea}
P 说明：发芽试验执行GB/T 3543.4，置床后第7天计数；扦样依据《种子法》第四十六条。
P 咨询电话0000-5566001
G {unit}
D {signed}
WB 检验室=unit | 扦样//批数=batches | 扦样//份数=samples | 结果//净度=purity% | 结果//发芽率=sprout% | 结果//水分=water% | 结果//不合格批次=bad | 结果//封存（公斤）=sealed | 市场//门店（家）=shops | 市场//立案（起）=cases | 市场//罚没款（元）=fined*10000 | 检毕日期=finished | 分析建议=idea | 检验员=xn
WBLOOKS title total
TRAP GB/T 3543.4；；第7天；；第四十六条；；0000-5566001

KIND 106 | elevators | several | 云梯分局 高塘分局 平川分局 江口分局 双塔分局 | 2023Q1 2023Q2 2023Q3 next:2023Q4 | messy rsid reformatted faces sdt p:year-q d:plain |
MORE 半山分局
FIELD lifts | figure | 台 | 1010-4890
FIELD old | figure | 台 | 110-490
FIELD firms | figure | 家 | 11-49
FIELD served | figure | 台次 | 2100-9890
FIELD checked | figure | 台次 | 110-690
FIELD faults | figure | 起 | 41-190
FIELD faults_change | comparison | 起 | Δfaults 增多/减少
FIELD faults_year | comparison | 起 | Yfaults 增多/减少
FIELD trapped | figure | 人 | 21-98
FIELD minutes | figure | 分钟 | 9.1-19.7
FIELD due | figure | 台 | 310-990
FIELD tested | figure | 台 | <due
FIELD rate | rate | ％ | tested/due:1
FIELD fines | figure, | 元 | 11000-98900
FIELD sealed | figure | 台 | ~1-9
FIELD opened | date | | plain
FIELD causes | list | | 门系统故障；；控制柜老化；；外力撞击厅门；；电瓶车进梯；；停电；；曳引绳磨损；；底坑进水
FIELD plan | text | | 推动“保险+服务”模式进老旧小区；；约谈排名末位的维保公司；；在轿厢内张贴困人自救图示；；给应急处置平台更换定位标签；；组织维保员技能比武；；会同住建部门动用维修资金更换主板；；抽查按需维保记录，倒查打卡照片；；清理装修包板遮挡的呼叫按钮
HEADER 特种设备安全监察专报
T 关于{unit}{period}电梯安全监管工作情况的报告
P 市特种设备安全监察处：
P {unit}认真落实《特种设备安全法》第四十五条关于15日维保一次的规定。{period}情况报告于后。
H 一、 在册与维保
P 在册电梯 {lifts} 台，其中使用15年以上的老旧电梯 {old} 台；维保单位 {firms} 家，完成维保 {served} 台次。
H 二、 检查与检验
P 检查电梯 {checked} 台次，罚款 {fines} 元<<sealed>0|，查封停用 {sealed} 台>>。应检 {due} 台，已检 {tested} 台，检验率 {rate}％。
H 三、 故障与救援
P 平台接报故障 {faults} 起，环比{faults_change}、同比{faults_year}，解救被困 {trapped} 人，救援人员平均 {minutes} 分钟到场。故障原因依次为{causes:、}。
?trapped>70 P 困人情况突出，已向3家物业发出提示函。
H 四、 下一步
P {opened}召开的季度会商会已作安排：{plan}。
P {next}，将继续做好96333平台接处置。
G {unit}
D {signed}
WB 序号=# | 分局=unit | 在册电梯（台）=lifts | 老旧电梯（台）=old | 维保单位（家）=firms | 维保（台次）=served | 检查（台次）=checked | 应检（台）=due | 已检（台）=tested | 检验率（%）=rate | 故障（起）=faults | 同比增减=faults_year± | 被困（人）=trapped | 平均到场（分钟）=minutes | 故障原因=causes | 罚款（万元）=fines/10000 | 查封（台）=sealed | 会商会日期=opened | 下一步=plan | 分管领导=xn | 电话=xp
WBLOOKS title colb total
TRAP 《特种设备安全法》；；第四十五条；；15日；；15年以上；；3家物业；；96333
"""
KINDS += r"""
KIND 107 | sign-language | several | 明德服务站 启音服务站 | 2022H2 2023H1 2023H2 | messy rsid proof merged-runs p:h d:full wide:all |
MORE 同心服务站 和声服务站
FIELD staff | figure | 名 | 5-29
FIELD orders | figure | 单 | 210-890
FIELD orders_change | comparison | 单 | Δorders 增/减
FIELD hours | figure | 小时 | 310-1890
FIELD video | figure | 次 | 410-1690
FIELD hospital | figure | 人次 | 51-290
FIELD court | figure | 人次 | 11-49
FIELD police | figure | 人次 | 12-69
FIELD classes | figure | 期 | 2-12 | taught
FIELD taught | figure | 人 | 41-290 | taught
FIELD passed | figure | 人 | <taught
FIELD rate | rate | % | passed/taught:0
FIELD praised | rate | % | 91-99
FIELD fee | figure | 元/次 | 81-160
FIELD places | list | | 房产交易大厅；；医院急诊科；；婚姻登记处；；车管所；；税务窗口；；银行网点
FIELD story | text | | 凌晨陪一位聋人产妇进产房，全程视频翻译；；协助失聪老人找回被骗的养老钱；；在法庭上连续翻译半天，双方当场和解；；把地铁换乘图拍成手语短片；；帮两名聋人骑手与平台谈妥工伤赔付；；为聋人足球队做赛场解说
T {unit}手语翻译服务情况
T （{period}）
P 一、人员：专兼职手语翻译{staff}名，实行轮班制。
P 二、接单：接到预约{orders}单（与上期相比{orders_change}），服务时长{hours}小时，远程视频翻译{video}次，单次服务补贴{fee}元/次。
P 三、去向：就医陪同{hospital}人次、庭审翻译{court}人次、报警协助{police}人次；新增驻点有{places:，}。
P 四、培训：开班{classes}期，参训{taught}人，结业{passed}人，结业率{rate}%；服务对象满意率{praised}%。
?hours>900 P 服务时长较大，拟将2名志愿者转为专职。
P 五、故事：{story}。
P 预约方式：短信0000-8008123（24小时），微信公众号“听见你”。依据《无障碍环境建设法》第三十一条，服务不收费。
G {unit}
D {signed}
WB 服务站=unit | 人员（名）=staff | 接单//预约（单）=orders | 接单//增减=orders_change± | 接单//时长（小时）=hours | 接单//视频（次）=video | 接单//补贴标准（元/次）=fee | 去向//就医=hospital | 去向//庭审=court | 去向//报警=police | 新增驻点=places@/ | 培训//期数=classes | 培训//参训=taught | 培训//结业=passed | 培训//结业率=rate% | 满意率=praised@% | 服务故事=story | 备注=xt
WBLOOKS title notetop signline
TRAP 2名志愿者；；0000-8008123；；24小时；；“听见你”；；《无障碍环境建设法》；；第三十一条

KIND 108 | ice-rinks | marks | 松原冰场 雪岭冰场 银滩冰场 | 2024-01 | rsid messy faces p:monthly | ＿＿
MORE 北陵冰场 镜泊冰场
FIELD days | figure | 天 | 21-31
FIELD skaters | figure | 人次 | 3100-9890
FIELD pupils | figure | 人次 | 310-990
FIELD ice | figure | 厘米 | 21.1-39.7
FIELD cold | figure | ℃ | 4.1-9.7
FIELD water | figure | 吨 | 110.1-489.7
FIELD power | figure | 度 | 11010-48900
FIELD hurt | figure | 人 | 1-9
FIELD coaches | figure | 名 | 5-29
FIELD tickets | figure | 万元 | 3.11-29.87
FIELD free | rate | % | 21.1-48.9
T 公益冰场运行月报表
P 冰场名称：{unit}
P 统计月份：{period}
P 一、开放情况
P 本月开放{days}天，接待上冰{skaters}人次，其中中小学生{pupils}人次；免费场次占{free}%，门票收入{tickets}万元。
P 二、冰面与设备
P 冰层平均厚度{ice}厘米（不足15厘米须停场），场内最低气温零下{cold}℃；浇冰用水{water}吨，用电{power}度。
P 三、安全与教学
P 在岗教练员{coaches}名，处置擦碰伤{hurt}人。“百万人上冰雪”公益课每周3节，每节50分钟。
P 填表人：                    填表时间：{signed}
WB 序号=# | 冰场=unit | 开放天数=days | 上冰人次=skaters | 其中：学生（人次）=pupils | 免费场次占比=free% | 门票（元）=tickets*10000 | 冰厚（厘米）=ice | 最低气温（零下℃）=cold | 用水（吨）=water | 用电（度）=power | 教练员=coaches | 擦碰伤（人）=hurt | 冰刀（双）=x | 场长=xn
WBLOOKS titleonly periodline total
TRAP 15厘米；；“百万人上冰雪”；；3节；；50分钟

KIND 109 | courier-points | several | 城关驿站 柳林驿站 桥头驿站 | 2024-05 2024-06 | messy rsid empty-runs links p:monthly d:plain |
MORE 岔口驿站 砖窑驿站
FIELD inbound | figure | 万件 | 1.21-9.87
FIELD inbound_change | comparison | % | %Δinbound 增长/下降
FIELD inbound_year | comparison | % | %Yinbound 增长/下降
FIELD sent | figure, | 件 | 1100-9800
FIELD peak | figure | 件 | 2100；；2400；；2600；；3100；；3300；；3800；；4200；；4700
FIELD farm | figure | 吨 | 11.1-98.7
FIELD sales | figure | 万元 | 21.11-198.97
FIELD villages | figure | 个 | 11-39
FIELD delay | figure | 件 | 31-190
FIELD delay_rate | figure | ‰ | 1.11-4.97
FIELD lost | figure | 件 | ~2-14
FIELD paid | figure | 元 | 310-1890
FIELD claims | figure | 起 | 5-49
FIELD settled | figure | 起 | <claims
FIELD share | rate | % | settled/claims:1
FIELD box | figure | 个 | 410-1980
FIELD hard | text | | 山路塌方绕行，日均晚到两小时；；取件码短信延迟，老人来回跑；；樱桃上市，冷藏车排不开；；代投点店主嫌利薄想退出；；雨季纸箱返潮，破损件上升；；村口定位不准，骑手常走错岔路
T {unit}{period}寄递服务情况
P 县交通物流专班：
P 现报送{unit}{period}运行数据。
P ◆ 进港快件{inbound}万件，环比{inbound_change}，同比{inbound_year}；出港{sent}件；单日最高处理{peak}余件。
P ◆ 覆盖行政村{villages}个，代销农产品{farm}吨，销售额{sales}万元。
P ◆ 延误{delay}件，延误率{delay_rate}‰<<lost>0|；丢失{lost}件，先行赔付到位>>；理赔申请{claims}起，办结{settled}起，办结率{share}%，赔付{paid}元；回收包装箱{box}个。
?delay>100 P ◆ 延误偏多，已要求承运方3日内提交说明。
P ◆ 主要困难：{hard}。
P 数据口径见《县乡村三级物流统计办法（试行）》第五条；问题反馈：wuliu@example.cn 或0000-3344556。
G {unit}
D {signed}
WB 站点名称=unit | 进港（件）=inbound*10000 | 环比=inbound_change | 同比=inbound_year | 出港（件）=sent | 单日最高处理量（件）=peak | 覆盖行政村（个）=villages | 农产品（公斤）=farm*1000 | 销售额（元）=sales*10000 | 延误件=delay | 延误率（‰）=delay_rate | 丢失件=lost | 理赔申请（起）=claims | 理赔办结（起）=settled | 办结率=share% | 赔付金额（元）=paid | 回收纸箱（个）=box | 主要困难=hard | 站长=xn
WBLOOKS forms pairs
TRAP 3日内；；《县乡村三级物流统计办法（试行）》；；第五条；；wuliu@example.cn；；0000-3344556

KIND 110 | cemetery | one | 青岗陵园 | 2024Q2 | messy rsid styles plain-runs p:q1 d:dots |
MORE 松涛陵园 望乡陵园 翠柏陵园
FIELD graves | figure | 穴 | 6101-9890
FIELD used | figure | 穴 | 3101-5890
FIELD fill | rate | % | used/graves:1
FIELD visitors | figure | 人次 | 21000；；23000；；26000；；28000；；31000；；34000
FIELD cars | figure | 辆次 | 4100；；4300；；4600；；4900；；5200
FIELD flowers | figure | 束 | 1210-2990
FIELD green | figure | 例 | 61-98
FIELD sea | figure | 例 | 11-29
FIELD helped | figure | 户 | 31-49
FIELD cut | figure | 元 | 101010-298900
FIELD trees | figure | 株 | 310-690
FIELD staff | figure | 人 | 52-59
FIELD fires | figure | 处 | 2-9
FIELD peak | date | | chinese
T {period}公益性公墓管理情况报告
P 报告单位：{unit}
P 一、园区概况
N 规划墓位{graves}穴，已使用{used}穴，使用率{fill}%。
N 实施节地生态安葬{green}例，其中骨灰撒海{sea}例。
P 二、群众祭扫
N 接待祭扫群众{visitors}余人次，疏导车辆{cars}余辆次，{peak}为客流最高日。
N 免费发放鲜花{flowers}束，劝阻并扑灭明火{fires}处，“一束鲜花寄哀思”已成习惯。
P 三、惠民减免
N 按照《殡葬管理条例》第六条和青民〔2023〕44号文件，为困难家庭{helped}户减免费用{cut}元。
P 四、园容与队伍
N 补植柏树{trees}株，在岗人员{staff}人，服务监督电话0000-4455667。
G {unit}管理处
D {signed}
WB 序号=# | 陵园=unit | 规划墓位=graves | 已用墓位=used | 使用率=fill% | 生态安葬（例）=green | 撒海（例）=sea | 祭扫人次=visitors | 车辆（辆次）=cars | 最高日=peak | 鲜花（束）=flowers | 明火（处）=fires | 减免户数=helped | 减免金额（万元）=cut/10000 | 补植（株）=trees | 在岗人员=staff | 铭牌更换=x | 备注=xt
WBLOOKS title total signline
TRAP “一束鲜花寄哀思”；；《殡葬管理条例》；；第六条；；青民〔2023〕44号；；0000-4455667

KIND 111 | noise | several | 望江片区 铁桥片区 老城片区 | 2024W10 2024W11 2024W12 | messy rsid latin spacing pages p:week d:plain dropped:8 |
MORE 学府片区 高新片区
FIELD all | figure | 件 | 110-490
FIELD all_change | comparison | % | %Δall 上升/下降
FIELD build | figure | 件 | 41-98
FIELD dance | figure | 件 | 11-39
FIELD shop | figure | 件 | 12-59
FIELD road | figure | 件 | 3-29
FIELD night | rate | % | 31.1-68.9
FIELD meters | figure | 点次 | 21-98
FIELD over | figure | 点次 | <meters
FIELD worst | figure | 分贝 | 61.1-78.9
FIELD replied | figure | 小时 | 2.1-9.7
FIELD halted | figure | 家 | ~1-8
FIELD visited | figure | 户 | 31-190
FIELD case | text | | 某楼盘夜间浇筑未公示，工人称“赶进度”；；烧烤店排风机朝向居民窗户，加装隔音罩后复测合格；；广场舞两队争场地，音量越拧越大；；货车凌晨卸菜，店主承诺改到清早；；变电箱低频嗡鸣，业主连续上报；；琴行装修隔音不到位，学员练鼓至深夜；；工地打桩与高考模拟撞期，协商停工；；道路井盖松动，车过作响；；空调外机共振，物业拆检支架
T 噪声扰民投诉周报
T {unit}  {period}
P 一、总体情况。{quarter}受理噪声投诉{all}件，较前一周{all_change}，夜间（22时至次日6时）投诉占{night}%，平均响应{replied}小时。
P 二、分类情况。建筑施工{build}件，广场舞{dance}件，商业经营{shop}件，道路交通{road}件，其余为社会生活类。
P 三、监测情况。现场监测{meters}点次，超标{over}点次，最高{worst}分贝<<halted>0|，责令停工（停业）{halted}家>>。
P 四、回访情况。电话回访投诉人{visited}户。
?all>300 P 投诉总量居高，每晚增派1组执法力量。
P 五、典型事例：{case}。
P 六、提示。《噪声污染防治法》第八十二条明确，警告后可处200元以上1000元以下罚款，请配合“静音时段”宣传。
P 七、{next}重点：中考考点周边巡查。
G {unit}工作专班
D {signed}
WB 片区=unit | 受理总量=all | 环比（%）=all_change± | 建筑施工=build | 商业经营=shop | 广场舞=dance | 道路交通=road | 夜间占比=night% | 响应（小时）=replied | 监测（点次）=meters | 超标（点次）=over | 最高值（dB）=worst | 停工停业（家）=halted | 回访（户）=visited | 典型事例=case | 值班长=xn
WBLOOKS sheets title notetop total old
TRAP 22时至次日6时；；1组执法力量；；《噪声污染防治法》；；第八十二条；；200元以上1000元以下；；“静音时段”

KIND 112 | housing-repair | marks | 古槐管房站 双井管房站 西仓管房站 | 2024Q2 | rsid messy bookmarks p:q2 | 填
MORE 北仓管房站 盐巷管房站
FIELD orders | figure | 单 | 310-990
FIELD done | figure | 单 | <orders
FIELD rate | rate | % | done/orders:1
FIELD roofs | figure | 平方米 | 410.1-989.7
FIELD pipes | figure | 米 | 110-490
FIELD locks | figure | 把 | 11-98
FIELD danger | figure | 间 | 2-19
FIELD moved | figure | 户 | 3-29
FIELD rent | figure | 万元 | 11.11-89.97
FIELD hours | figure | 小时 | 11.1-39.7
FIELD visit | rate | % | 91.1-99.7
FIELD checked | date | | plain
FIELD trouble | text | | 木结构老化；；维修资金缺口大
T {unit}直管公房维修季报
P 报告期：{period}
P 一、报修受理
P 受理住户报修{orders}单，修复{done}单，修复率{rate}%，平均用时{hours}小时，回访满意率{visit}%。
P 二、维修工程
P 屋面补漏{roofs}平方米，更换管道{pipes}米，更换门锁{locks}把。
P 三、危房解危
P {checked}开展汛前查勘，查出危险房屋{danger}间，临时转移住户{moved}户。
P 四、租金：实收租金{rent}万元。
P 五、存在困难：{trouble}
P 备注：急修2小时到场、小修3日内完工；报修电话0000-2233441；《城市房屋修缮规定》第九条。
G {unit}
D {signed}
WB 管房站=unit | 报修（单）=orders | 修复（单）=done | 修复率（%）=rate | 平均用时（小时）=hours | 回访满意率（%）=visit | 屋面（㎡）=roofs | 管道（米）=pipes | 门锁（把）=locks | 查勘日期=checked | 危房（间）=danger | 转移（户）=moved | 租金（元）=rent*10000 | 困难=trouble | 填报日=xd
WBLOOKS titleonly gap total colb
TRAP 2小时；；3日内；；0000-2233441；；第九条

KIND 113 | wells | several | 上堡村 下堡村 黄土梁村 柳树沟村 | 2024Q2 2024Q3 | messy rsid tracked coloured p:hyphen d:spaced commas:fee,area |
MORE 石碾子村
FIELD wells | figure | 眼 | 21-98
FIELD meters | figure | 块 | 11-89
FIELD area | figure | 亩 | 1010.5-4890.5
FIELD water | figure | 万立方米 | 11.21-98.97
FIELD water_year | comparison | % | %Ywater 增加/减少
FIELD per | figure | 立方米/亩 | 61.1-189.7
FIELD depth | figure | 米 | 31.1-89.7
FIELD depth_change | comparison | 米 | Δdepth 下降/回升
FIELD power | figure, | 千瓦时 | 21000-98000
FIELD fee | figure | 元 | 11010.50-48900.50
FIELD due | figure | 户 | 110-490
FIELD paid | figure | 户 | <due
FIELD share | rate | % | paid/due:1
FIELD pumps | figure | 台 | ~1-9
FIELD pipe | figure | 公里 | 1.1-9.7
FIELD turns | listline | | who：一组北渠；；二组南渠；；三组坡地；；四组菜园；；五组果园/days：2-9/area：110-690
FIELD say | text | | 电压偏低，水泵午后常跳闸；；部分农户嫌计量卡充值不便；；滴灌带回收率不高，地头白色垃圾多；；机井房门锁被撬，线缆丢失一段；；玉米改种谷子，用水错峰了；；老井涌沙，出水量只剩一半；；邻村抢水一事，经协商轮灌；；管护员报酬偏低，没人愿接班
T {unit}机井灌溉用水报告
P 时段：{period}
P 一、机井及计量：运行机井 {wells} 眼，安装计量水表 {meters} 块，灌溉面积 {area} 亩，取水 {water} 万立方米，同比{water_year}，亩均用水 {per} 立方米/亩。
P 二、地下水位：观测井平均埋深 {depth} 米，较上期{depth_change}。
P 三、电费水费：用电 {power} 千瓦时，水费 {fee} 元；应缴 {due} 户，已缴 {paid} 户，缴费率 {share} %<<pumps>0|；检修水泵 {pumps} 台，费用由村集体垫付>>；新铺管道 {pipe} 公里。
P 四、轮灌安排：
L turns | @）{who}，轮灌{days}天，{area}亩；
P 五、群众意见：{say}。
?area>2500 P 灌溉面积大，须提前10天申请错峰用电。
P 提示：井长牌公示电话0000-9090123，“以电折水”系数按3.2计。
G {unit}村委会
D {signed}
WB 序号=# | 村名=unit | 机井//眼=wells | 水表//块=meters | 灌溉面积//亩=area | 取水量//立方米=water*10000 | 同比//%=water_year± | 亩均用水//方/亩=per | 埋深//米=depth | 用电//度=power | 水费//元=fee | 应缴//户=due | 已缴//户=paid | 缴费率//%=share | 检修水泵//台=pumps | 管道//米=pipe*1000 | 群众意见=say | 井长=xn | 备注=xt
WBLOOKS title textnum total
TRAP 10天；；0000-9090123；；“以电折水”；；3.2

KIND 114 | parcel-lockers | marks | 金牛社区 白鹤社区 青羊社区 | 2024H1 | rsid latin messy p:h | ［　］
MORE 玉兔社区 赤鹿社区
FIELD sets | figure | 组 | 11-49
FIELD doors | figure | 格 | 410-1990
FIELD used | rate | % | 51.1-89.7
FIELD parcels | figure | 万件 | 1.21-29.87
FIELD late | figure | 件 | 110-890
FIELD complaints | figure | 件 | 5-49
FIELD moved | figure | 组 | 1-9
FIELD fee | figure | 元 | 1101-9890
FIELD checks | figure | 次 | 12-59
T {unit}{period}智能快件箱运行情况
P {unit}现有智能快件箱{sets}组{doors}格，{period}投递快件{parcels}万件，格口使用率{used}%。
P 滞留超期{late}件，收到居民投诉{complaints}件，占用消防通道的已移位{moved}组；场地服务费收入{fee}元；安全巡查{checks}次。
P 提醒：保管期不少于18小时，未经同意不得投箱（《智能快件箱寄递服务管理办法》第十六条）；客服95000。
TH 检查人 | 检查日期 | 社区盖章
TD （签字） | {signed} | （盖章）
WB 序号=# | 社区=unit | 箱体（组）=sets | 格口（格）=doors | 使用率（%）=used | 投递量（件）=parcels*10000 | 超期（件）=late | 投诉（件）=complaints | 移位（组）=moved | 服务费（元）=fee | 巡查（次）=checks | 运营商=x0
WBLOOKS title short note
TRAP 18小时；；第十六条；；95000
"""
KINDS += r"""
KIND 115 | heritage | several | 古驿镇 石佛镇 楼台乡 | 2023Q4 2024Q1 | messy rsid bookmarks sign-spaces p:chinese d:chinese |
MORE 碑楼镇 槐荫乡
FIELD sites | figure | 处 | 21-98
FIELD guards | figure | 名 | 11-49
FIELD walks | figure | 人次 | 310-990
FIELD walks_was | figure | 人次 | prev:walks
FIELD risks | figure | 处 | 5-49
FIELD risks_was | figure | 处 | prev:risks
FIELD solved | figure | 处 | <risks
FIELD solved_rate | rate | % | solved/risks:1
FIELD visitors | figure, | 人次 | 1100-9890
FIELD visitors_was | figure | 人次 | prev:visitors
FIELD money | figure | 万元 | 11.11-98.97
FIELD scan | figure | GB | 110-890
FIELD thefts | figure | 起 | ~1-4
FIELD repaired | rows | | name：文昌阁；；古戏台；；节孝坊；；石拱桥；；炮楼；；万寿宫/part：屋面；；台基；；彩画；；木构件；；排水沟/area：11.1-98.7/team：县古建队；；匠人合作社；；市修缮中心
FIELD visited | date | | full
FIELD worry | text | | 祠堂内私拉电线，香火旺时值守不住；；无人机航拍扰民，山门前停车混乱；；碑刻风化，拓片残缺；；产权人长年在外，修缮签字难；；白蚁蛀蚀斗拱，药剂需一年两施；；仿古街施工震动，墙体出现细缝
T {unit}文物保护点巡查季报
T {period}
P 一、主要数据
TH 项目 | 本期 | 上期
TD 巡查人次（人次） | {walks} | {walks_was}
TD 发现隐患（处） | {risks} | {risks_was}
TD 参观人次（人次） | {visitors} | {visitors_was}
P 二、情况说明
P {unit}登记不可移动文物{sites}处，聘用文保员{guards}名。所列隐患中已消除{solved}处，消除率{solved_rate}%；三维扫描数据累计{scan}GB，投入资金{money}万元<<thefts>0|；协助公安机关侦办盗窃构件案{thefts}起>>。
P 三、修缮进展（{visited}县文物所现场查看）
TH 文物点 | 修缮部位 | 面积（平方米） | 施工单位
TR repaired | {name} | {part} | {area} | {team}
?walks>600 P 巡查频次已达每周2次，补助按每次30元发放。
P 四、问题：{worry}。
P “保护第一、最小干预”是一贯要求，依据《文物保护法》第二十六条，不得改变文物原状。
G {unit}文化服务中心
D {signed}
WB 单位=unit | 文物点（处）=sites | 文保员（名）=guards | 巡查人次//本期=walks | 巡查人次//上期=walks_was | 隐患（处）//本期=risks | 隐患（处）//上期=risks_was | 隐患（处）//消除=solved | 隐患（处）//消除率=solved_rate% | 参观人次//本期=visitors | 参观人次//上期=visitors_was | 资金（元）=money*10000 | 扫描数据（GB）=scan | 盗窃案（起）=thefts | 现场查看日期=visited | 问题=worry | 填报人=xn
WBLOOKS sheets title total
TRAP 2次；；30元；；“保护第一、最小干预”；；《文物保护法》；；第二十六条

KIND 116 | fair-scales | one | 西河集贸市场 | 2024-08 | messy rsid reformatted indent-spaces p:monthly d:plain |
MORE 东关集贸市场 南桥集贸市场 北营集贸市场
FIELD stalls | figure | 个 | 210-490
FIELD scales | figure | 台 | 501-690
FIELD checked | figure | 台 | 401-499
FIELD passed | rate | % | 91.1-99.7
FIELD seized | figure | 台 | 3-9
FIELD fair | figure | 台 | 11-19
FIELD reweigh | figure | 次 | 1010-1990
FIELD short | figure | 克 | 21.5-59.5
FIELD cases | figure | 起 | 22-29
FIELD refund | figure | 元 | 2101-3890
FIELD fined | figure | 万元 | 0.51-1.97
FIELD lent | figure | 只 | 71-98
FIELD leaflets | figure | 份 | 711-990
FIELD shown | date | | dots
T {unit}计量器具管理情况
P {period}，{unit}围绕“公平秤、放心称”开展专项治理，有关数据如下。
P ★ 市场现有摊位{stalls}个，在用电子计价秤{scales}台，强制检定{checked}台，合格率{passed}%，当场没收不合格秤{seized}台。
P ★ 设公平秤{fair}台，群众复秤{reweigh}次，平均短缺{short}克；受理缺斤少两投诉{cases}起，退还货款{refund}元，罚款{fined}万元。
P ★ 向老年摊主出借标准砝码{lent}只，发放《计量法》第十条明白纸{leaflets}份，{shown}公布诚信摊位红榜。
P 后续将对鱼肉类摊位加密抽查。举报请拨0000-12315。
G {unit}服务中心
D {signed}
WB 市场名称=unit | 摊位数=stalls | 计价秤（台）=scales | 检定（台）=checked | 合格率=passed@% | 没收（台）=seized | 公平秤（台）=fair | 复秤（次）=reweigh | 平均短缺（公斤）=short/1000 | 投诉（起）=cases | 退款（元）=refund | 罚款（元）=fined*10000 | 砝码（只）=lent | 明白纸（份）=leaflets | 红榜日期=shown~ | 市场面积=x
WBLOOKS titleonly periodline notetop
TRAP “公平秤、放心称”；；《计量法》；；第十条；；0000-12315

KIND 117 | lost-property | marks | 城南车站 城北车站 开发区车站 | 2024-07 | rsid messy p:monthly | ……
MORE 机场路车站 大学城车站
FIELD found | figure | 件 | 210-890
FIELD returned | figure | 件 | <found
FIELD rate | rate | % | returned/found:1
FIELD cash | figure | 元 | 3101-9890
FIELD phones | figure | 部 | 11-98
FIELD papers | figure | 张 | 12-89
FIELD posted | figure | 件 | 13-79
FIELD kept | figure | 件 | 31-190
FIELD calls | figure | 次 | 101-490
FIELD thanks | figure | 面 | 1-9
T {unit}失物招领月度登记
P 月份：{period}
P 本月拾得失物{found}件，其中手机{phones}部、证件{papers}张、现金{cash}元；失主领回{returned}件，领回率{rate}%；代为邮寄{posted}件。
P 招领电话接听{calls}次，收到锦旗{thanks}面；月末库存{kept}件。
P 保管满90日无人认领的按《民法典》第三百一十八条处理；食品类不超过24小时。
P 经办：        复核：        日期：{signed}
WB 车站=unit | 拾得（件）=found | 手机（部）=phones | 证件（张）=papers | 现金（元）=cash | 领回（件）=returned | 领回率（%）=rate | 邮寄（件）=posted | 来电（次）=calls | 锦旗（面）=thanks | 月末库存（件）=kept | 备注=xt | 值班员=xn
WBLOOKS title totaltop periodline
TRAP 90日；；第三百一十八条；；24小时

KIND 118 | pools-en | several | Alder Baths ; Beacon Lido ; Crane Street | Q2-2024 ; Q3-2024 | messy rsid latin-only lang p:ended d:slash commas:income |
MORE Dock Lane ; Elm Vale
FIELD swims | figure, | | 11010-48900
FIELD swims_year | comparison | % | %Yswims up/down
FIELD lessons | figure | | 110-490
FIELD learners | figure | | 310-990
FIELD learners_change | comparison | | Δlearners more/fewer
FIELD passed | rate | % | 51.1-88.9
FIELD hours | figure | hours | 610-990
FIELD heat | figure | °C | 26.1-29.7
FIELD water | figure, | m³ | 1010-4890
FIELD salt | figure | kg | 110.1-689.7
FIELD income | figure | CNY | 41010.50-98900.50
FIELD rescues | figure | | ~2-15
FIELD closed | date | | short
FIELD clubs | list | | the Otters ; Masters ; water polo ; parent and baby ; aqua fit
FIELD remark | text | | The new hoist for disabled swimmers is in daily use ; Showers on the ladies' side run cold ; Complaints about parking fell away ; A cracked tile was replaced overnight ; Lane booking by telephone works badly ; Volunteers painted the spectators' gallery
T {unit}
T Swimming pool report for the {period}
P 1. Use of the pool. {unit} was open for {hours} hours and recorded {swims} swims, {swims_year} on the same quarter last year. Groups that met regularly: {clubs:, }.
P 2. Teaching. There were {lessons} lessons with {learners} learners, {learners_change} than in the last quarter; {passed}% passed the 25 metre badge.
P 3. Plant. Mean water temperature: {heat} °C. Water drawn: {water} m³. Salt used: {salt} kg. The pool was drained on {closed}.
P 4. Money and safety. Takings came to CNY {income}.<<rescues>0| Lifeguards went in {rescues} times.>> Tests are made every 2 hours as in table 4 of the Pool Code.
?lessons>300 P Lessons are full; a 7 am class will be tried.
P 5. Remarks. {remark}.
P Remember “No running, no diving”. Telephone 0000 555 0134.
G Pool Manager
D {signed}
WB Pool=unit | Hours open=hours | Swims=swims | On last year (%)=swims_year± | Lessons=lessons | Learners=learners | Badge passes (%)=passed | Water temperature (°C)=heat | Water (m³)=water | Salt (kg)=salt | Takings (CNY)=income | Rescues=rescues | Drained on=closed | Groups=clubs@; | Remarks=remark | Manager=xn | Lockers=x
WBLOOKS title notetop freeze
TRAP 25 metre；；2 hours；；table 4；；7 am；；“No running, no diving”；；0000 555 0134

KIND 119 | archives-en | one | Quill House | 2023 | messy rsid latin-only reformatted p:year d:short |
MORE Ledger Hall ; Vellum Court ; Inkwell Row
FIELD shelves | figure | metres | 2101-4890
FIELD boxes | figure, | | 5010-9890
FIELD readers | figure, | | 1010-1990
FIELD remote | figure | | 501-790
FIELD letters | figure | | 210-390
FIELD days | figure | days | 4.1-8.7
FIELD scans | figure, | | 21010-48900
FIELD repaired | figure | | 101-190
FIELD humid | rate | % | 41.1-48.9
FIELD within | rate | % | 91.1-98.9
FIELD spent | figure, | CNY | 51010-98900
FIELD shown | date | |
T Annual Report of the Record Office at {unit}, {period}
H Holdings
B The strongrooms hold {shelves} metres of shelving, with {boxes} boxes listed.
B Mean humidity was {humid}%.
H Readers
B {readers} readers came in person and {remote} used the remote service; {letters} letters were answered, in {days} days on average, {within}% of them within the time set by Rule 7.
H Care of records
B Staff made {scans} scans and repaired {repaired} volumes. The binders were paid CNY {spent}.
B The exhibition “Ten Parishes, 300 Years” was opened on {shown}.
P Enquiries: 0000 555 0119.
G Archivist, {unit}
D {signed}
WB Office=unit | Shelving (m)=shelves | Boxes listed=boxes | Readers=readers | Remote users=remote | Letters answered=letters | Mean time (days)=days | In time=within% | Humidity=humid% | Scans=scans | Volumes repaired=repaired | Binding (CNY)=spent | Exhibition opened=shown | Vans=x | Notes=xt
WBLOOKS titleonly total
TRAP Rule 7；；“Ten Parishes, 300 Years”；；0000 555 0119

KIND 120 | noise-en | marks | Foundry Ward ; Garden Ward ; Hillside Ward | Q2-2024 | rsid latin-only messy p:q | ....
MORE Inner Ward ; Junction Ward
FIELD calls | figure | | 110-490
FIELD night | rate | % | 31.1-68.9
FIELD visits | figure | | 51-190
FIELD level | figure | dB | 51.1-78.9
FIELD notices | figure | | 5-39
FIELD fines | figure | CNY | 1010-9890
FIELD wait | figure | minutes | 21.1-58.9
FIELD remark | text | | none ; see file
T NOISE NUISANCE: QUARTERLY RETURN
P Ward: {unit}
P Period: {period}
P A. Calls received: {calls} ; of these at night (11 pm to 7 am): {night} %
P B. Visits made: {visits} ; mean wait: {wait} minutes; highest level measured: {level} dB
P C. Notices served under section 80: {notices} ; fines: CNY {fines}
P D. Remarks: {remark}
P Please send this form to the Noise Team (0000 555 0152) before the 15th.
P Officer:                         Date: {signed}
WB Ward=unit | Calls=calls | At night (%)=night | Visits=visits | Mean wait (min)=wait | Highest level (dB)=level | Notices=notices | Fines (CNY)=fines | Remarks=remark | Officer=xn
WBLOOKS title totaltop
TRAP 11 pm to 7 am；；section 80；；0000 555 0152；；15th
"""
