"""Forty kinds more, the second half, written as `kinds_later_a.py` is. All names are invented."""

KINDS = r"""
KIND 81 | fire-safety | several | 城东街道 城西街道 城南街道 | 2023Q4 2024Q1 | messy rsid proof spacing p:q2 d:full |
MORE 城北街道 新港街道
FIELD units | figure | 家 | 210-890
FIELD checked | figure | 家次 | 110-490
FIELD dangers | figure | 条 | 51-290
FIELD removed | figure | 条 | <dangers
FIELD rate | rate | % | removed/dangers:1
FIELD shift | comparison | % | %Δdangers 上升/下降
FIELD kits | figure | 具 | 31-190
FIELD piles | figure | 个 | 12-98
FIELD shut | figure | 家 | ~1-6
FIELD penalty | figure, | 元 | 3100-98900
FIELD classes | figure | 期 | 2-12 | taught
FIELD taught | figure | 人次 | 110-890 | taught
FIELD exercise | date | | plain
FIELD weak | text | | 老旧小区消防车通道被占，拖车无处停放；；沿街门面“三合一”现象屡改屡犯；；微型消防站队员夜间到岗率低；；电动车进楼入户劝阻难；；物业费收缴不足，设施维护欠账多；；自建房改民宿缺少第二出口
T {unit}{period}消防安全工作报告
S 区消防安全委员会办公室：
P 为贯彻《区消安委2024年工作计划》和城消〔2024〕3号文件精神，{unit}坚持“隐患就是事故”，{quarter}扎实开展消防安全治理除患行动，现将有关情况报告如下。
H 一、主要工作
P （一）排查整治。登记在册单位场所{units}家，检查{checked}家次，发现隐患{dangers}条，比上季度{shift}，督促整改{removed}条，整改率为{rate}%，罚款{penalty}元<<shut>0|，责令停产停业{shut}家，已张贴封条>>。
P （二）设施建设。为独居老人家庭配发灭火器{kits}具，新建电动自行车集中充电点{piles}个。
P （三）宣传培训。举办培训班{classes}期，培训{taught}人次；{exercise}组织高层建筑疏散演练。
?dangers>160 P 因隐患总量较大，拟聘请第三方机构开展2轮评估。
H 二、存在问题
P {weak}。
P 火警电话119，隐患举报电话96119。
G {unit}办事处
D {signed}
WB 序号=# | 街道=unit | 单位场所数=units | 检查（家次）=checked | 发现隐患（条）=dangers | 整改隐患（条）=removed | 整改率=rate% | 罚款（万元）=penalty/10000 | 停产停业（家）=shut | 灭火器（具）=kits | 充电点（个）=piles | 培训期数=classes | 培训人次=taught | 演练日期=exercise | 存在问题=weak | 填报人=xn | 备注=xt
WBLOOKS title total
TRAP 《区消安委2024年工作计划》；；城消〔2024〕3号；；“隐患就是事故”；；2轮；；119；；96119

KIND 82 | pension | one | 梅林镇 | 2024H1 | messy rsid faces sign-spaces p:h d:plain |
MORE 松柏镇 沙溪镇 古塘镇 石桥乡
FIELD insured | figure | 人 | 21010-48900
FIELD fresh | figure | 人 | 310-690
FIELD renewed | rate | % | 81.11-97.89
FIELD paid | figure | 万元 | 310.11-989.97
FIELD drawing | figure | 人 | 3101-6890
FIELD issued | figure | 万元 | 1010.11-1989.97
FIELD verified | rate | % | 91.11-99.89
FIELD wrong | figure | 元 | 12101-49890
FIELD wrong_people | figure | 人 | 31-60
FIELD homes | figure | 户 | 71-98
FIELD hall | figure | 场 | 11-29
FIELD due | date | | full
T {unit}{period}城乡居民养老保险工作总结
S 县社会保险服务中心：
P {period}，{unit}认真执行《社会保险法》第二十条，围绕“应保尽保、应发尽发”目标推进各项工作，现总结如下。
H 一、参保缴费
P 全镇参保{insured}人，新增参保{fresh}人，续保率达到{renewed}%，征缴保费{paid}万元。
H 二、待遇发放
P 领取待遇{drawing}人，发放养老金{issued}万元；生存认证率{verified}%。追回违规领取资金{wrong}元，涉及{wrong_people}人，{due}前全部上缴财政专户。
H 三、便民服务
P 为行动不便老人上门认证{homes}户，开展政策宣讲{hall}场，梅社字〔2024〕2号公告张贴到每个村民小组。咨询电话：0000-12333。
P {next}，我镇将持续推进“社银一体化”网点建设。
G {unit}社会保障服务所
D {signed}
WB 序号=# | 乡镇=unit | 参保人数=insured | 新增参保=fresh | 续保率=renewed% | 征缴保费（元）=paid*10000 | 领取待遇人数=drawing | 发放养老金（元）=issued*10000 | 生存认证率（%）=verified | 追回金额（元）=wrong | 追回人数=wrong_people | 上缴日期=due | 上门认证（户）=homes | 宣讲场次=hall | 经办人=xn | 联系电话=xp
WBLOOKS title total signline short
TRAP 《社会保险法》；；第二十条；；“应保尽保、应发尽发”；；梅社字〔2024〕2号；；0000-12333；；“社银一体化”

KIND 83 | village-looks | several | 梅林镇 松柏镇 沙溪镇 古塘镇 石桥乡 | 2023Q4 2024Q1 2024Q2 next:2024Q3 | messy rsid bookmarks faces p:to d:dots |
MORE 黄泥乡 枫桥镇
FIELD toilets | figure | 座 | 21-190
FIELD toilets_change | comparison | 座 | Δtoilets 增加/减少
FIELD refuse | figure | 吨 | 110.1-890.9
FIELD sewers | figure | 户 | 101-490
FIELD yards | figure | 户 | 310-990
FIELD fine_yards | figure | 户 | <yards
FIELD share | rate | % | fine_yards/yards:1
FIELD ruins | figure | 处 | ~3-29
FIELD sweepers | figure | 名 | 31-98
FIELD hands | figure | 人次 | 410-1990
FIELD budget | figure | 万元 | 11.11-69.97
FIELD inspected | date | | plain
FIELD models | list | | 柳湾村；；上坪村；；竹坞村；；新塘村；；月亮湾村；；三棵树组
FIELD lag | text | | 村级保洁经费靠“化缘”，难以持久；；旱厕改造后续管护没人接手；；部分农户柴草乱堆，今天清了明天又乱；；污水管网末端不通，雨天外溢；；垃圾分类亭成了摆设；；拆除残垣断壁时群众顾虑较多；；家禽散养屡禁不止；；河沟清淤未与水利项目衔接
T {unit}农村人居环境整治工作情况
T （{period}）
S 县农村人居环境整治工作专班：
P {period}，{unit}按照“村村净、户户美、处处绿”的要求，持续开展村庄清洁行动。
P 一、厕所革命。改造户厕{toilets}座，较上季度{toilets_change}，每座奖补标准为2000元。
P 二、生活垃圾。清运生活垃圾{refuse}吨，配备保洁员{sweepers}名，发动群众{hands}人次。
P 三、生活污水。接入管网{sewers}户<<ruins>0|；拆除残垣断壁{ruins}处，腾出的空地已种菜植绿>>。
P 四、庭院评比。{inspected}，镇里组织评比，参评{yards}户，评出清洁户{fine_yards}户，占{share}%，{models:、}列入示范名单。
?hands>1100 P 群众参与热情高，“积分超市”物资消耗较快，请县级支持1批物资。
P 五、资金投入。投入整治资金{budget}万元，依据《村庄清洁行动指南（2021年版）》公示。
P 六、短板问题。{lag}。
P 下季度，{unit}将对照“五清一改”清单逐项销号。
G {unit}人民政府
D {signed}
WB 序号=# | 乡镇=unit | 改厕（座）=toilets | 较上季度增减=toilets_change | 垃圾清运（吨）=refuse | 保洁员=sweepers | 发动群众（人次）=hands | 污水接入户数=sewers | 残垣断壁（处）=ruins | 参评户数=yards | 清洁户=fine_yards | 清洁户占比=share% | 评比日期=inspected~ | 示范村=models | 整治资金（元）=budget*10000 | 短板=lag | 备注=xt
WBLOOKS title totaltop note
TRAP “村村净、户户美、处处绿”；；2000元；；“积分超市”；；1批物资；；《村庄清洁行动指南（2021年版）》；；“五清一改”

KIND 84 | road-traffic | several | 一中队 二中队 三中队 | 2024-03 2024-04 | messy rsid latin smarttag indent-spaces p:monthly d:dots |
MORE 四中队 机动中队
FIELD stops | figure, | 起 | 1010-4890
FIELD drunk | figure | 起 | 11-49
FIELD loads | figure | 起 | 21-69
FIELD helmets | rate | % | 81.1-97.9
FIELD swing | comparison | 个百分点 | Δhelmets 提高/下降
FIELD crashes | figure | 起 | 5-29
FIELD hurt | figure | 人 | 2-19
FIELD signs | figure | 块 | 11-49
FIELD lines | figure | 平方米 | 310-990
FIELD lectures | figure | 堂 | 3-15
FIELD spots | listline | | place：老鹰嘴弯道；；石灰窑岔口；；菜籽沟桥头；；七里铺集市；；高坎小学门前/what：视线遮挡；；标线磨损；；缺少路灯；；人车混行/days：3-28
FIELD plan | text | | 在赶集日增派警力疏导；；推动校门口设置“护学岗”；；协调公路站安装爆闪灯；；对面包车超员开展夜查；；会同农机站整治变型拖拉机；；在红白事场所设劝导点
T {unit}{period}道路交通安全管理工作小结
P {period}，{unit}以“减量控大”为主线，严格执行《道路交通安全法》第九十一条，未发生较大以上道路交通事故。
P 一、路面执法：查处交通违法{stops}起，其中酒醉驾{drunk}起、超载{loads}起；摩托车头盔佩戴率{helmets}%，较上月{swing}。
P 二、事故情况：接报伤人事故{crashes}起，受伤{hurt}人，均在10分钟内出警。
P 三、设施完善：增设标志牌{signs}块，补划标线{lines}平方米；进校园宣讲{lectures}堂。
P 四、隐患路段：
L spots | （@）{place}：{what}，{days}日内整改；
P 五、工作安排：{plan}。
?crashes>16 P 伤人事故偏多，拟增设2处测速点。
P 事故报警：122。
G {unit}
D {signed}
WB 中队=unit | 违法\n起数=stops | 酒醉驾=drunk | 超载=loads | 头盔\n佩戴率=helmets% | 较上月=swing± | 伤人\n事故=crashes | 受伤\n人数=hurt | 标志牌=signs | 标线\n（㎡）=lines | 宣讲\n（堂）=lectures | 工作安排=plan | 警力=x
WBLOOKS title total textnum
TRAP “减量控大”；；第九十一条；；10分钟；；2处测速点；；122

KIND 85 | flood-control | marks | 沙溪镇 古塘镇 梅林镇 | 2024Q2 | rsid messy proof p:q1 | □□
MORE 松柏镇 枫桥镇
FIELD reservoirs | figure | 座 | 3-19
FIELD dykes | figure | 公里 | 11.1-49.9
FIELD rain | figure | 毫米 | 210.1-690.9
FIELD teams | figure | 支 | 5-29 | rescue
FIELD rescuers | figure | 人 | 110-490 | rescue
FIELD bags | figure | 只 | 1100-9800
FIELD moved | figure | 人次 | 11-190
FIELD sites | figure | 处 | 8-49
FIELD loss | figure | 万元 | 1.11-29.97
FIELD full | rate | % | 81.1-97.9
T {unit}{period}防汛抗旱工作情况报告
S 县防汛抗旱指挥部：
P {period}，{unit}累计降雨{rain}毫米。共有小型水库{reservoirs}座、堤防{dykes}公里，落实“三个责任人”。
P 组建抢险队伍{teams}支{rescuers}人，储备编织袋{bags}只，物资储备率{full}%；排查地质灾害隐患点{sites}处，转移群众{moved}人次，直接经济损失{loss}万元。
P 24小时雨量达到50毫米时，须在30分钟内上报；执行《防汛条例》第二十七条。
P 值班电话：0000-6110110
G {unit}人民政府
D {signed}
WB 序号=# | 乡镇=unit | 水库（座）=reservoirs | 堤防（公里）=dykes | 降雨量（毫米）=rain | 抢险队伍数=teams | 抢险人数=rescuers | 编织袋（只）=bags | 物资储备率=full% | 隐患点（处）=sites | 转移（人次）=moved | 经济损失（元）=loss*10000 | 填报人=xn
WBLOOKS title total
TRAP “三个责任人”；；24小时；；50毫米；；30分钟；；第二十七条；；0000-6110110

KIND 86 | legal-aid | several | 梅林司法所 松柏司法所 沙溪司法所 古塘司法所 石桥司法所 | 2023Q3 2023Q4 2024Q1 next:2024Q2 | messy rsid proof sdt p:q1 d:chinese |
MORE 枫桥司法所
FIELD aid | figure | 件 | 11-90
FIELD asked | figure | 批 | 21-98 | asked
FIELD askers | figure | 人次 | 110-390 | asked
FIELD disputes | figure | 件 | 31-190
FIELD settled | figure | 件 | <disputes
FIELD rate | rate | % | settled/disputes:2
FIELD trend | comparison | 件 | Ydisputes 增长/下降
FIELD wages | figure, | 元 | 101010-989890
FIELD served | figure | 名 | 12-60
FIELD lessons | figure | 场次 | 3-19
FIELD notary | figure | 件 | ~2-9
FIELD seminar | date | | plain
FIELD topics | list | | 婚姻家庭；；邻里通行；；山林界址；；劳务欠薪；；民间借贷；；宅基继承；；道路赔偿
FIELD case | text | | 调解一起三代人的水渠之争，双方当场握手；；为十二名泥瓦工讨回拖欠两年的工钱；；帮助独居老人撤销了被诱骗的赠与；；法官与调解员在田埂上开“板凳庭”；；社区矫正对象学会修车后自食其力；；用方言讲《民法典》，赶场的人围了三层；；协助走失妇女补办身份证明；；依法制止一起天价彩礼纠纷
T {unit}{period}司法行政工作报告
P 县司法局：
P {period}以来，{unit}践行“把法理讲透、把人情讲暖”，严格落实《法律援助法》第三十一条，各项工作平稳有序。现报告如下：
P 一是法律援助可及可得。受理法律援助案件{aid}件，解答咨询{asked}批{askers}人次，帮助农民工追讨工资{wages}元<<notary>0|，协办公证{notary}件>>。
P 二是人民调解抓早抓小。排查矛盾纠纷{disputes}件，同比{trend}，调解成功{settled}件，成功率{rate}%，以{topics:、}类居多。
?wages>600000 P 欠薪数额较大的工地已移送劳动监察，限15日内反馈。
P 三是社区矫正从严从细。在册社区矫正对象{served}名，每月报到不少于2次。
P 四是普法宣传走深走实。开展法治讲座{lessons}场次，{seminar}举办“法律明白人”培训。
P 五是典型案例。{case}。
P {next}，{unit}将持续擦亮“一乡一品”调解品牌。咨询电话：0000-12348。
G {unit}
D {signed}
WB 序号=# | 司法所=unit | 法律援助//案件（件）=aid | 法律援助//咨询批次=asked | 法律援助//咨询人次=askers | 法律援助//追讨工资（元）=wages | 人民调解//纠纷（件）=disputes | 人民调解//调成（件）=settled | 人民调解//成功率=rate% | 人民调解//同比增减=trend± | 人民调解//纠纷类型=topics | 矫正对象=served | 法治讲座=lessons | 公证（件）=notary | 培训日期=seminar | 典型案例=case | 备注=xt
WBLOOKS title total
TRAP “把法理讲透、把人情讲暖”；；第三十一条；；15日内；；2次；；“法律明白人”；；“一乡一品”；；0000-12348

KIND 87 | maternal-health | marks | 梅林镇 松柏镇 枫桥镇 | 2024Q3 | rsid messy spacing p:q2 | **
MORE 沙溪镇 古塘镇
FIELD births | figure | 例 | 21-190
FIELD early | rate | % | 81.1-97.9
FIELD screened | figure | 人次 | 110-490
FIELD folic | figure | 瓶 | 110-690
FIELD visits | figure | 次 | 51-290
FIELD children | figure | 名 | 310-990
FIELD iron | figure | 份 | 41-190
FIELD cost | figure | 元 | 3100-9800
FIELD advice | text | | 增配助产士；；更新设备
T {unit}{period}妇幼健康工作小结
P {unit}{period}活产{births}例，孕早期建册率{early}%，“两癌”筛查{screened}人次，发放叶酸{folic}瓶。
P 产后访视{visits}次（产后7天内、28天各1次），3岁以下儿童系统管理{children}名，发放营养包{iron}份，支出补助{cost}元。
P 意见建议：{advice}
P 孕产妇急救转诊电话：0000-6120999，依据《母婴保健法》第十四条提供服务。
G 填报单位：{unit}
D {signed}
WB 乡镇=unit | 活产数（例）=births | 孕早期建册率（%）=early | 两癌筛查（人次）=screened | 叶酸（瓶）=folic | 产后访视次数=visits | 儿童系统管理=children | 营养包（份）=iron | 补助支出（元）=cost | 意见建议=advice | 备注=xt
WBLOOKS title total unitline
TRAP “两癌”；；7天；；28天；；1次；；3岁以下；；0000-6120999；；第十四条

KIND 88 | wetlands | several | 白鹭湖管理站 芦花荡管理站 | 2023Q3 2023Q4 2024Q1 | messy rsid latin empty-runs p:Q d:spaced |
MORE 雁栖洲管理站 青草湾管理站
FIELD area | figure | 公顷 | 110.11-989.97
FIELD patrols | figure | 班次 | 101-390
FIELD birds | figure, | 只 | 3101-98900
FIELD flock | comparison | 只 | Δbirds 增加/减少
FIELD kinds | figure | 种 | 51-190
FIELD nets | figure | 张 | 3-49
FIELD saved | figure | 只 | ~2-19
FIELD level | figure | 米 | 11.21-19.87
FIELD clear | rate | % | 61.1-89.9
FIELD planted | figure | 平方米 | 1100-9800
FIELD money | figure | 万元 | 5.11-49.87
FIELD species | list | | 东方白鹳；；小天鹅；；鸿雁；；黑脸琵鹭；；反嘴鹬；；罗纹鸭
FIELD threat | text | | 水葫芦随上游来水漂入，打捞不及；；观鸟游人投喂，干扰觅食；；围网养殖残留桩基未拔除；；周边农田面源污染输入偏高；；无证垂钓多发于夜间；；栈道木板朽烂，存在坠落风险；；外来物种加拿大一枝黄花扩散
T {unit}湿地保护管理情况（{period}）
P 【概况】{unit}管护湿地{area}公顷，平均水位{level}米，水质达标率{clear}%。
P 【监测】{period}记录鸟类{kinds}种{birds}只，数量环比{flock}，包括{species:，}等重点物种<<saved>0|；救护受伤水鸟{saved}只>>。
P 【管护】巡护{patrols}班次，清除非法捕鸟网{nets}张，恢复植被{planted}平方米，投入资金{money}万元。
?patrols>250 P 巡护强度较大，建议增编3名协管员。
P 【问题】{threat}。
P 【法规】《湿地保护法》第二十八条所列禁止行为，一律移送查处；宣传口号为“湿地有界，爱无边”。
P 观鸟预约：0000-7007007（9:00—16:30）
G {unit}
D {signed}
WB 序号=# | 管理站=unit | 管护面积（平方米）=area*10000 | 水位（米）=level | 水质达标率=clear% | 鸟类种数=kinds | 鸟类数量（只）=birds | 较上季度增减（只）=flock± | 重点物种=species@、 | 救护水鸟（只）=saved | 巡护班次=patrols | 鸟网（张）=nets | 植被恢复（平方米）=planted | 投入资金（元）=money*10000 | 威胁因素=threat | 备注=xt
WBLOOKS title total
TRAP 3名协管员；；第二十八条；；“湿地有界，爱无边”；；0000-7007007；；9:00—16:30

KIND 89 | city-order | several | 钟楼大队 望江大队 | 2023-12 2024-01 2024-02 2024-03 | messy rsid proof spacing p:monthly d:plain moved:2,3 |
MORE 平桥大队 东门大队
FIELD stalls | figure | 起 | 110-490
FIELD boards | figure | 块 | 21-98
FIELD walls | figure | 平方米 | 110-890
FIELD adverts | figure | 处 | 310-990
FIELD cases | figure | 宗 | 11-69
FIELD closed | figure | 宗 | <cases
FIELD share | rate | % | closed/cases:1
FIELD drift | comparison | 宗 | Δcases 上升/回落
FIELD income | figure, | 元 | 3100-48900
FIELD calls | figure | 件 | 51-190
FIELD fast | rate | % | 91.11-99.87
FIELD mud | figure | 车次 | 11-98
FIELD cause | text | | 年货摊点集中，临时疏导区容量不足；；协管员流动大，业务不熟；；夜市油烟投诉回潮；；工地赶工，渣土车深夜出场；；违建取证周期长，当事人拒不配合；；绿化带被踩踏，补种跟不上；；共享单车潮汐淤积；；节后返城，流动商贩陡增
T {unit}{period}城市管理执法情况
P 一、市容秩序：纠正占道经营{stalls}起，拆除破损招牌{boards}块，清理小广告{adverts}处。
P 二、执法办案：立案{cases}宗，较上月{drift}，结案{closed}宗，结案率{share}%，罚没{income}元。
P 三、违建治理：拆除违法建设{walls}平方米，遵照《城乡规划法》第六十四条。
P 四、渣土管控：检查渣土运输{mud}车次。
P 五、热线办理：承办热线工单{calls}件，按期办结率{fast}%，坚持“721工作法”。
P 六、原因分析：{cause}。
P 城管热线：12319；办公地址：平安路88号。
G {unit}
D {signed}
WB 序号=# | 大队=unit | 占道经营（起）=stalls | 招牌（块）=boards | 小广告（处）=adverts | 立案（宗）=cases | 结案（宗）=closed | 结案率=share% | 环比=drift | 罚没（万元）=income/10000 | 违建（平方米）=walls | 渣土（车次）=mud | 工单（件）=calls | 按期办结率（%）=fast | 原因分析=cause | 队员数=x
WBLOOKS title sheets total
TRAP 第六十四条；；“721工作法”；；12319；；平安路88号

KIND 90 | farmland | several | 松柏镇 沙溪镇 古塘镇 | 2024Q2 2024Q3 | messy rsid tracked faces p:month d:plain wide:wells |
MORE 梅林镇
FIELD planned | figure | 亩 | 3101-9890
FIELD built | figure | 亩 | <planned
FIELD progress | rate | % | built/planned:1
FIELD canals | figure | 公里 | 11.11-49.87
FIELD tracks | figure | 公里 | 5.11-29.87
FIELD wells | figure | 眼 | 11-49
FIELD pumps | figure | 台套 | 5-29
FIELD soil | figure | 个 | 21-98
FIELD spent | figure | 万元 | 110.11-890.97
FIELD spent_was | figure | 万元 | prev:spent
FIELD repairs | figure | 处 | ~2-15
FIELD crops | rows | | crop：优质稻；；再生稻；；油菜；；大豆；；鲜食玉米/mu：310-990/yield：310.1-690.9/cost：210-690
FIELD visit | date | | chinese
FIELD block | text | | 地块分散，农户对并田有顾虑；；青苗补偿标准偏低，进场受阻；；施工单位机械不足；；设计渠线与高压杆相碰；；县级配套资金尚未足额拨付；；雨季泥泞，混凝土无法浇筑
T {unit}高标准农田建设进展情况
P 报告时段：{period}　　报送日期：{signed}
P （一）工程进度。计划建设{planned}亩，已建成{built}亩，进度{progress}%；修建渠道{canals}公里、机耕路{tracks}公里，打机井{wells}眼，安装水泵{pumps}台套。
P （二）资金使用。本期支付工程款{spent}万元（上期{spent_was}万元），遵守松农发〔2023〕27号文件第五条“专款专用”。
P （三）质量管理。{visit}县监理组到场抽检，取土壤样品{soil}个<<repairs>0|，返工{repairs}处，费用由施工方承担>>。
P （四）种植情况：
TH 作物 | 种植面积（亩） | 单产（公斤/亩） | 亩均投入（元）
TR crops | {crop} | {mu} | {yield} | {cost}
?built>5000 P 面积较大的片区已分3个标段推进。
P （五）存在困难。{block}。
P 特此报告。
G {unit}农业服务中心
WB 填报单位=unit | 计划建设面积=planned | 建成面积=built | 完成进度=progress% | 渠道长度（米）=canals*1000 | 机耕路长度=tracks | 机井数=wells | 水泵数=pumps | 土壤样品=soil | 支付工程款（元）=spent*10000 | 上期支付工程款（元）=spent_was*10000 | 返工处数=repairs | 抽检日期=visit~ | 困难=block | 填表人=xn
WBLOOKS forms narrow
TRAP 松农发〔2023〕27号；；第五条；；“专款专用”；；3个标段

KIND 91 | ageing | one | 枫桥镇 | 2023 | messy rsid bookmarks indent-spaces p:year d:dash |
MORE 梅林镇 松柏镇 沙溪镇
FIELD elders | figure | 人 | 3101-9890
FIELD share | rate | % | 21.11-29.87
FIELD allowance | figure | 万元 | 31.11-89.97
FIELD canteens | figure | 家 | 12-19
FIELD meals | figure | 万份 | 1.21-4.87
FIELD beds | figure | 张 | 101-290
FIELD bracelets | figure | 只 | 310-690
FIELD surgeries | figure | 例 | 51-98
FIELD classes | figure | 课时 | 701-990
FIELD gifts | figure | 元 | 31010-98900
FIELD show | date | | plain
T {unit}{period}老龄工作总结
S 县老龄工作委员会办公室：
P {period}，{unit}弘扬“孝亲敬老、代代相传”风尚，着力办好老年人关心的实事，现将有关工作总结如下：
P 一是兜住底线。登记老年人口{elders}人，占常住人口的{share}%，发放高龄津贴{allowance}万元，依照《老年人权益保障法》第三十三条逐月打卡。
P 二是办好食堂。开办老年食堂{canteens}家，供餐{meals}万份，新增护理床位{beds}张。
P 三是守护健康。配发智能手环{bracelets}只，实施免费白内障手术{surgeries}例，老年学校授课{classes}课时。
P 四是营造氛围。{show}举办“银龄好声音”展演，走访慰问支出{gifts}元。
P 专线电话：0000-8989898。
P 专此报告，请审示。
G {unit}老龄办
D {signed}
WB 序号=# | 乡镇=unit | 老年人口=elders | 老年人口占比=share% | 高龄津贴（元）=allowance*10000 | 老年食堂数=canteens | 供餐（份）=meals*10000 | 护理床位=beds | 智能手环=bracelets | 白内障手术=surgeries | 老年学校课时=classes | 慰问支出（元）=gifts | 展演日期=show | 上年老年人口=x | 备注=xt
WBLOOKS title total
TRAP “孝亲敬老、代代相传”；；第三十三条；；“银龄好声音”；；0000-8989898

KIND 92 | culture-station | marks | 梅林文化站 沙溪文化站 石桥文化站 | 2024H1 | rsid latin p:h | ○○
MORE 古塘文化站 枫桥文化站
FIELD open | figure | 天 | 101-180
FIELD visitors | figure | 人次 | 1100-9800
FIELD books | figure | 册 | 210-990
FIELD shows | figure | 场 | 11-49
FIELD films | figure | 场次 | 21-98
FIELD teams | figure | 支 | 5-29
FIELD spent | figure | 万元 | 1.11-9.87
FIELD pleased | rate | % | 81.1-97.9
T 文化站免费开放情况统计表
P 文化站：{unit}　统计时段：{period}　填报时间：{signed}
TH 类别 | 项目 | 数值
TD 开放 | 开放天数（天） | {open}
TD ^ | 接待群众（人次） | {visitors}
TD 服务 | 新增图书（册） | {books}
TD ^ | 文艺演出（场） | {shows}
TD ^ | 电影放映（场次） | {films}
TD 队伍 | 文艺队伍（支） | {teams}
TD 经费 | 支出（万元） | {spent}
TD 评价 | 满意率（%） | {pleased}
P 说明：每周开放不少于42小时；“文化赶大集”单独统计；咨询0000-3456789。
P 站长（签字）：
WB 序号=# | 文化站名称=unit | 开放天数=open | 接待人次=visitors | 新增图书=books | 演出场数=shows | 放映场次=films | 文艺队伍=teams | 经费支出（元）=spent*10000 | 满意率=pleased% | 馆舍面积=x
WBLOOKS title total
TRAP 42小时；；“文化赶大集”；；0000-3456789

KIND 93 | disabled-care | several | 松柏镇 沙溪镇 石桥乡 | 2023H2 2024H1 | messy rsid bookmarks coloured p:h d:plain moved:3,4 dropped:7 |
MORE 黄泥乡 枫桥镇
FIELD known | figure | 名 | 310-990
FIELD checked | figure | 人次 | 210-890
FIELD cards | figure | 本 | 21-98
FIELD stipend | figure | 万元 | 11.11-69.97
FIELD chairs | figure | 辆 | 5-29
FIELD ears | figure | 台 | 3-19
FIELD ramps | figure | 处 | 11-49
FIELD jobs | figure | 人 | 12-69
FIELD trend | comparison | 人 | Δjobs 增加/减少
FIELD hours | figure | 小时 | 110-690
FIELD aid | figure, | 元 | 21010-198900
FIELD works | list | | 竹编提篮；；剪纸《春到山乡》；；羊毛毡玩偶；；手绘布包；；根雕摆件；；刺绣《百鸟图》
FIELD lack | text | | 精神类残疾人家属看护压力大，托养机构稀缺；；乡村无障碍坡道常被杂物占用；；助听器耗材费用无处报销；；专职委员一人兼三岗；；盲人按摩店经营惨淡，亟待扶持；；就业信息多在网上发布，老年残疾人看不到
T {unit}{period}残疾人服务工作总结
P {period}，{unit}把残疾人冷暖放在心上，落实《残疾人保障法》第四十六条，“量服”平台各项任务全部完成。
P 一、底数核查。动态核查持证残疾人{known}名，上门评残办证{cards}本，免费体检{checked}人次。
P 二、生活保障。发放两项补贴{stipend}万元，临时救助{aid}元。
P 三、辅具适配。发放轮椅{chairs}辆、助听器{ears}台，改造无障碍设施{ramps}处。
P 四、就业培训。新增就业{jobs}人，较上期{trend}，组织技能培训{hours}小时；学员作品{works:、}在集市展销。
P 五、问题反映。{lack}。
P 每年5月的“助残月”期间，补贴申请实行一次告知，办结不超过20日。
?aid>100000 P 临时救助支出较多，恳请县残联追加经费。
P 联系人：残联专干，电话0000-5656565。
G {unit}残疾人联合会
D {signed}
WB 序号=# | 乡镇=unit | 持证人数（名）=known | 体检（人次）=checked | 办证（本）=cards | 两项补贴（元）=stipend*10000 | 临时救助（元）=aid | 轮椅=chairs | 助听器=ears | 无障碍设施=ramps | 新增就业=jobs | 培训小时=hours | 展销作品=works | 问题=lack | 备注=xt
WBLOOKS title total short reorder
TRAP 第四十六条；；“量服”；；“助残月”；；20日；；0000-5656565

KIND 94 | schools | marks | 梅林中心学校 松柏中心学校 沙溪中心学校 | 2024Q1 | rsid messy p:q1 | underline
MORE 古塘中心学校
FIELD pupils | figure | 名 | 310-1990
FIELD classes | figure | 个 | 8-49
FIELD teachers | figure | 人 | 31-190
FIELD trainings | figure | 人次 | 21-98
FIELD dropouts | figure | 人 | 1-4
FIELD checks | figure | 次 | 3-19
FIELD aided | figure | 人 | 41-190
FIELD grant | figure | 元 | 11010-98900
FIELD rate | rate | % | 96.1-99.7
T {unit}教学工作季报
P 报送学校：{unit}
P 报告期：{period}
P 1、在校学生{pupils}名，教学班{classes}个，专任教师{teachers}人，教师培训{trainings}人次。
P 2、学生巩固率{rate}%，劝返辍学学生{dropouts}人；校园安全检查{checks}次。
P 3、资助家庭困难学生{aided}人，发放资助金{grant}元，标准为每生每学期500元。
P 4、“双减”工作：书面作业一、二年级不布置，其他年级不超过60分钟。监督电话：0000-6677889。
P 校长签字：
D {signed}
WB 学校名称=unit | 学生数=pupils | 教学班数=classes | 专任教师数=teachers | 教师培训人次=trainings | 巩固率=rate% | 劝返学生=dropouts | 安全检查次数=checks | 资助人数=aided | 资助金额（万元）=grant/10000 | 联系人=xn | 电话=xp
WBLOOKS title readme
TRAP 500元；；“双减”；；60分钟；；0000-6677889

KIND 95 | grain | several | 东坪粮站 西关粮站 南渡粮站 北营粮站 | 2024Q2 2024Q3 | messy rsid proof merged-runs p:cum d:spaced |
MORE 中湾粮站
FIELD bought | figure | 吨 | 1010.1-4989.9
FIELD growth | comparison | % | %Ybought 增长/下降
FIELD sold | figure | 吨 | 310.1-989.9
FIELD stock | figure | 吨 | 5101-9890
FIELD good | rate | ％ | 91.1-99.7
FIELD moisture | rate | ％ | 11.1-13.4
FIELD barns | figure | 栋 | 5-19
FIELD fumed | figure | 立方米 | 1010-9890
FIELD paid | figure | 万元 | 310.11-1489.97
FIELD farmers | figure | 户 | 210-990
FIELD shops | figure | 个 | 11-49
FIELD checks | figure | 次 | 12-48
FIELD sorts | list | | 中晚籼稻；；粳稻；；油菜籽；；小麦；；杂交玉米；；大豆
FIELD hitch | text | | 烘干机排队时间长，农户等候过夜；；仓房屋面渗漏两处；；市场价高于托市价，惜售明显；；运输车辆不足，出库偏慢；；化验员只有一名，检测积压；；输送机老化频繁停机；；虫粮比例偏高，熏蒸药剂告急；；陈粮轮换价差亏损较大
T {unit}粮食收储情况汇报
T {period}
P 一、收购。{period}收购{sorts:、}等共{bought}吨，同比{growth}，兑付售粮款{paid}万元，惠及农户{farmers}户，做到“钱粮两清、不打白条”。
P 二、销售与库存。销售出库{sold}吨，期末库存{stock}吨，入库粮食质量合格率{good}％，平均水分{moisture}％。
P 三、储粮安全。{unit}现有标准仓{barns}栋，开展安全检查{checks}次，熏蒸仓容{fumed}立方米；应急供应网点{shops}个。<<sold>700|出库量较大，已启用备用磅房。>>
P 四、困难。{hitch}。
P 政策依据：《粮食流通管理条例》第四十五条、粮办〔2024〕11号。举报电话12325。
G {unit}
D {signed}
WB 序号=# | 粮站=unit | 收购//数量（公斤）=bought*1000 | 收购//同比（%）=growth± | 收购//售粮款（元）=paid*10000 | 收购//农户（户）=farmers | 收购//品种=sorts | 销售与库存//销售（吨）=sold | 销售与库存//库存（吨）=stock | 质量//合格率=good% | 质量//水分（%）=moisture | 仓储//标准仓（栋）=barns | 仓储//检查（次）=checks | 仓储//熏蒸（立方米）=fumed | 供应网点=shops | 困难=hitch | 备注=xt
WBLOOKS title total
TRAP “钱粮两清、不打白条”；；第四十五条；；粮办〔2024〕11号；；12325

KIND 96 | gas-safety | one | 古塘镇 | 2024-05 | messy rsid styles plain-runs p:monthly d:plain |
MORE 梅林镇 松柏镇 沙溪镇 枫桥镇
FIELD homes | figure | 户 | 3101-9890
FIELD eateries | figure | 家 | 101-290
FIELD visits | figure | 户次 | 310-990
FIELD hoses | figure | 根 | 41-98
FIELD valves | figure | 个 | 11-39
FIELD bottles | figure | 只 | 301-309
FIELD alarms | rate | % | 81.11-97.87
FIELD pipe | figure | 公里 | 11.1-29.9
FIELD fined | figure | 万元 | 1.11-4.97
FIELD leaflets | figure | 份 | 1010-2890
FIELD swept | date | | plain
T {unit}{period}燃气安全专项整治工作汇报
S 县城镇燃气安全专项整治工作专班：
P 现将{unit}{period}燃气安全整治情况汇报如下。
B 用户底数：居民用户{homes}户，餐饮用户{eateries}家，可燃气体报警装置安装率{alarms}%。
B 入户安检：完成入户安检{visits}户次，更换软管{hoses}根、阀门{valves}个，巡查管线{pipe}公里。
B 执法检查：{swept}开展集中行动，收缴超期钢瓶{bottles}只，罚款{fined}万元；依据为《城镇燃气管理条例》第四十九条和古安办函〔2024〕7号。
B 宣传引导：发放“关火、关阀、开窗”宣传单{leaflets}份，抢险热线0000-7770119保持畅通。
P {next}将继续推进“瓶改管”。
G {unit}规划建设办公室
D {signed}
WB 乡镇=unit | 居民用户（户）=homes | 餐饮用户（家）=eateries | 报警装置安装率=alarms% | 安检（户次）=visits | 软管（根）=hoses | 阀门（个）=valves | 管线（米）=pipe*1000 | 集中行动日期=swept~ | 收缴钢瓶（只）=bottles | 罚款（元）=fined*10000 | 宣传单（份）=leaflets | 气站数=x | 备注=xt
WBLOOKS title totaltop
TRAP 第四十九条；；古安办函〔2024〕7号；；“关火、关阀、开窗”；；0000-7770119；；“瓶改管”

KIND 97 | waste-sorting | marks | 银河社区 星光社区 彩虹社区 | 2024-09 | rsid messy bookmarks p:monthly | ***
MORE 朝霞社区 晨曦社区
FIELD homes | figure | 户 | 310-1990
FIELD sites | figure | 处 | 3-19
FIELD kitchen | figure | 吨 | 11.1-69.9
FIELD other | figure | 吨 | 21.1-98.9
FIELD right | rate | % | 61.1-97.9
FIELD guides | figure | 人 | 5-29
FIELD bins | figure | 只 | 21-98
FIELD fine | figure | 元 | 210-990
FIELD events | figure | 场次 | 2-12
T {unit}{period}生活垃圾分类月报
P 一、{period}，{unit}参与分类{homes}户，设投放点{sites}处，督导员{guides}人，更换分类桶{bins}只。
P 二、厨余垃圾{kitchen}吨，其他垃圾{other}吨，准确投放率{right}%，处罚{fine}元，宣传活动{events}场次。
P 三、投放时间：6:30—9:00，18:00—21:00；个人混投依据第二十六条处50元以上200元以下罚款。
P 四、“桶边督导”不少于2小时/次。
P 联系电话：0000-4001234
G {unit}居委会
D {signed}
WB 序号=# | 社区=unit | 户数//参与（户）=homes | 设施//投放点（处）=sites | 设施//分类桶（只）=bins | 督导员（人）=guides | 分出量//厨余（公斤）=kitchen*1000 | 分出量//其他（公斤）=other*1000 | 准确投放率=right% | 处罚（元）=fine | 宣传活动（场次）=events
WBLOOKS title total
TRAP 6:30—9:00；；18:00—21:00；；第二十六条；；50元以上200元以下；；“桶边督导”；；2小时；；0000-4001234

KIND 98 | bridges-en | several | Aldermoor ; Brackwater ; Crow Hill | Q1-2024 ; Q2-2024 | messy rsid latin-only p:months d:en |
MORE Dunlin ; Eastmere
FIELD checked | figure | | 110-490
FIELD shift | comparison | | Δchecked more/fewer
FIELD defects | figure | | 51-190
FIELD closed | figure | | <defects
FIELD share | rate | % | closed/defects:1
FIELD length | figure | km | 11.1-89.9
FIELD steel | figure | kg | 1010-9890
FIELD hours | figure, | hours | 1101-4890
FIELD cost | figure, | CNY | 210100-989900
FIELD limits | figure | | ~2-9
FIELD surveyed | date | |
FIELD works | list | | painting ; new railings ; joint repairs ; drain clearing ; resurfacing
FIELD remark | text | | Lead paint must be removed before winter ; Two piers need underwater work by divers ; Anglers leave litter on the lower deck ; Floods carried timber against the arches ; Heavy lorries ignore the weight signs ; Night closures were welcomed by shopkeepers
T {unit} Bridge Maintenance Report
T {period}
P Dear Board members,
P This report on the bridges of {unit} is made under Standing Order 21 and covers {period}.
P Inspectors checked {checked} structures, {shift} than in the period before, and found {defects} defects; {closed} were closed ({share}%). Crews put in {hours} hours of work and used {steel} kg of steel.
P Footways of {length} km were cleared. The main works were {works:; }. The cost was CNY {cost}.
P The last full survey took place on {surveyed}.<<limits>0| Weight limits apply on {limits} bridges, with signs at both ends.>>
?defects>110 P A second survey team will be hired for 6 months.
P Remarks: {remark}.
P “Safe to cross, day or night” is our promise. To report damage, call 0000 555 0188, quoting form BR-7.
G County Bridge Office, {unit}
D {signed}
WB No.=# | Area=unit | Structures checked=checked | Change=shift± | Defects found=defects | Defects closed=closed | Closed (%)=share% | Hours worked=hours | Steel used (t)=steel/1000 | Footways (m)=length*1000 | Works=works@, | Cost (CNY)=cost | Survey date=surveyed | Weight limits=limits | Remarks=remark | Filled in by=xn
WBLOOKS title total
TRAP Standing Order 21；；6 months；；“Safe to cross, day or night”；；0000 555 0188；；BR-7

KIND 99 | clinic-en | one | Juniper Road | Q3-2023 | messy rsid latin-only p:q d:en |
MORE Larch Street ; Maple Court ; Willow End
FIELD patients | figure, | | 3101-9890
FIELD fresh | figure | | 310-690
FIELD waiting | figure | days | 5.1-9.9
FIELD shots | figure, | | 1101-2890
FIELD covered | rate | % | 81.1-97.9
FIELD missed | figure | | 101-290
FIELD homes | figure | | 51-98
FIELD hours | figure | hours | 701-990
FIELD drugs | figure, | CNY | 110100-489900
FIELD waste | figure | kg | 31.1-69.9
FIELD held | date | |
T {unit} Health Centre
T Quarterly report: {period}
P In {period} the centre saw {patients} patients, of whom {fresh} were new. The mean wait was {waiting} days, and {missed} appointments were missed.
P Nurses gave {shots} vaccinations (coverage {covered}%) and paid {homes} home visits, in line with Circular No. 18.
B An open day was held on {held}.
B Staff spent {hours} hours in training.
B Spending on medicines came to CNY {drugs}; {waste} kg of clinical waste were burnt.
P Posters read “Wash hands, cover coughs”. For appointments telephone 0000 555 0145.
G Practice Manager, {unit}
D {signed}
WB Health centre=unit | Patients seen=patients | New patients=fresh | Mean wait (days)=waiting | Missed appointments=missed | Vaccinations=shots | Coverage=covered% | Home visits=homes | Training (hours)=hours | Medicines (CNY)=drugs | Clinical waste (g)=waste*1000 | Open day=held | Beds=x | Notes=xt
WBLOOKS title total
TRAP Circular No. 18；；“Wash hands, cover coughs”；；0000 555 0145

KIND 100 | meals-en | marks | Kestrel House ; Lapwing House ; Plover House | Q2-2024 | rsid latin-only messy p:q | [ ]
MORE Swift House ; Wren House
FIELD meals | figure | | 1100-9800
FIELD homes | figure | | 41-190
FIELD drivers | figure | | 5-29
FIELD distance | figure | km | 310-990
FIELD cost | figure | CNY | 11010-48900
FIELD ontime | rate | % | 81.1-97.9
FIELD refused | figure | | 11-98
T Meals Service: Quarterly Return
P Kitchen: {unit}    Period: {period}
P Meals delivered: {meals}, to {homes} homes. Volunteer drivers: {drivers}; distance driven: {distance} km.
P Share of meals on time: {ontime}%. Meals returned: {refused}. Cost of food: CNY {cost}.
P Hot food must leave the kitchen above 63 degrees and be delivered within 90 minutes (Food Rules, article 5).
P Return by the 10th of the month; enquiries 0000 555 0171.
P Signed:                Date: {signed}
WB Kitchen=unit | Meals delivered=meals | Homes served=homes | Drivers=drivers | Distance (km)=distance | Meals on time=ontime% | Meals returned=refused | Food cost (CNY)=cost | Remarks=xt
WBLOOKS title total
TRAP 63 degrees；；90 minutes；；article 5；；10th；；0000 555 0171
"""
