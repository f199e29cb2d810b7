"""Forty further kinds (141-180), the first half: their words, their fields, the workbook. All names are invented.

Written as `kinds_more_a.py` is, with these besides:
Looks: `p:` digit (2024年1季度), since (2024年1至3月), dotted (2024.1-3), month-said (2024年3月份), chinese-month (二〇二四年三月), three and
      number (English); thirds of a month as 2024-06B; highlight, kern, perms, moves (see Editor in make_further.py)
WBLOOKS besides: annex, madeline, emptyrow, subtotals, mean, notes, counted (1.云溪镇), `county:` what stands before each unit's name"""

KINDS = r"""
KIND 141 | chemical-stores | several | 云溪镇 麦湾镇 双桥镇 枫林乡 石埠乡 | 2023Q2 2023Q3 2023Q4 next:2024Q1 | messy rsid proof highlight spacing p:digit d:plain |
MORE 白鹭镇 松岗乡
FIELD stores | figure | 户 | 21-98
FIELD checks | figure | 户次 | 110-490
FIELD risks_was | figure | 处 | prev:risks
FIELD risks | figure | 处 | 41-190
FIELD risks_change | comparison | 处 | Δrisks 增加/减少
FIELD solved | figure | 处 | <risks
FIELD rate | rate | % | solved/risks:1
FIELD orders | figure | 份 | 11-59
FIELD fined | figure | 万元 | 0.51-9.87
FIELD fined_year | comparison | % | %Yfined 上升/下降
FIELD stopped | figure | 户 | ~1-7
FIELD classes | figure | 期 | 2-12 | taught
FIELD taught | figure | 人次 | 61-390 | taught
FIELD posters | figure, | 张 | 1010-6890
FIELD drill | date | | plain
FIELD faults | list | | 库房通风不畅；；灭火器过期；；标签脱落；；混存混放；；台账漏记；；防爆灯损坏；；应急喷淋停用
FIELD trouble | text | | 店主年龄偏大，不会用扫码登记；；夜间值守流于形式，多靠亲属代看；；农药与百货同柜，劝离多次又反复；；租房经营者流动快，档案跟不上；；镇上没有专业检测仪器，判断凭经验；；废旧容器回收渠道不畅；；加油点周边摆摊，车辆进出受阻；；油漆店扎堆在老街，消防车难以靠近
T {unit}{period}危险化学品经营安全监管情况
S 县应急管理局危化股：
P 按照《危险化学品经营点整治方案》要求，{unit}将监管情况报告如下。
H 一、摸底检查
P 辖区登记经营户{stores}户，检查{checks}户次，查出隐患由上期的{risks_was}处变为{risks}处（{risks_change}），多见于{faults:、}。
P 督促整改{solved}处，整改率为{rate}%；发出责令整改通知{orders}份，罚没{fined}万元，同比{fined_year}<<stopped>0|；停业整顿{stopped}户，期满后复查>>。
H 二、培训与宣传
P 举办从业人员培训{classes}期{taught}人次，张贴安全须知{posters}张。{drill}，在农资店开展泄漏处置演练，全程用时不超过20分钟。
?checks>280 P 检查频次较高，拟由第三方机构分担3成任务。
H 三、存在困难
P {trouble}。
P 进入{next}，重点落实“一店一档、一品一签”。举报电话：0000-6110119。
G {unit}应急管理办公室
D {signed}
WB 序号=# | 乡镇=unit | 经营户（户）=stores | 检查（户次）=checks | 隐患//上期（处）=risks_was | 隐患//本期（处）=risks | 隐患//已整改（处）=solved | 隐患//整改率=rate% | 通知书（份）=orders | 罚没款（元）=fined*10000 | 罚没同比（%）=fined_year± | 停业整顿（户）=stopped | 培训//期数=classes | 培训//人次=taught | 须知（张）=posters | 演练日期=drill | 隐患类型=faults@， | 困难=trouble | 填表人=xn | 备注=xt
WBLOOKS annex title county:青禾县 total notes
TRAP 《危险化学品经营点整治方案》；；20分钟；；3成；；“一店一档、一品一签”；；0000-6110119

KIND 142 | petition-agents | several | 柳林社区 桃园社区 杏花社区 | 2024-05 2024-06 | messy rsid kern latin p:month-said d:dots moved:5,6 |
MORE 梅岭社区 竹溪社区
FIELD agents | figure | 名 | 5-29
FIELD cases | figure | 件 | 61-98
FIELD cases_change | comparison | 件 | Δcases 多/少
FIELD own | figure | 件 | 11-30
FIELD passed | figure | 件 | 5-20
FIELD closed | figure | 件 | <cases
FIELD rate | rate | % | closed/cases:1
FIELD visits | figure | 户次 | 110-390
FIELD talks | figure | 场 | 2-14
FIELD days | figure | 天 | 2.1-9.8
FIELD saved | figure | 公里 | 210-890
FIELD back | figure | 件 | ~1-6
FIELD grade | text | | 优秀；；良好；；合格；；待改进
FIELD met | date | | dots
FIELD topics | list | | 楼道堆物；；电梯停运；；停车纠纷；；漏水扯皮；；养鸡扰民；；违规装修
FIELD story | text | | 替独居老人跑完产权更正手续；；陪商户与房东重签租约；；连夜协调抽干地下车库积水；；促成两家邻居共修一道围墙；；为打零工的夫妇讨回尾款；；把小区快递柜移出消防通道
T {unit}信访代办工作月报
P 月份：{period}　　　　考评等次：{grade}
P 本月共有代办员{agents}名，接到代办事项{cases}件，比上月{cases_change}。其中社区自办{own}件、转街道办理{passed}件，余下的与部门会办。
P 办结{closed}件，办结率{rate}%，平均办理{days}天<<back>0|，退回补正{back}件>>。
P 入户走访{visits}户次，开板凳会{talks}场，替群众少跑路{saved}公里。
P 反映较多的是：{topics:；}。
P {met}碰头会上讲的一件事：{story}。
?visits>230 P 走访量大，下月起每名代办员配电瓶车1辆。
P “有事找代办，跑腿我来干”，《信访代办十条》已上墙。
G {unit}居民委员会
D {signed}
WB 社区=unit | 代办员（名）=agents | 事项//总数=cases | 事项//自办=own | 事项//转办=passed | 事项//办结=closed | 事项//退回=back | 办结率（%）=rate | 平均天数=days | 走访（户次）=visits | 板凳会（场）=talks | 少跑路（公里）=saved | 反映事项=topics@、 | 等次=grade | 碰头会=met | 一件事=story | 负责人=xn | 联系电话=xp
WBLOOKS titleonly madeline emptyrow total
TRAP 1辆；；“有事找代办，跑腿我来干”；；《信访代办十条》

KIND 143 | rural-toilets | several | 芦花镇 稻香镇 丁家乡 蒲塘乡 | 2023H2 2024H1 | messy rsid bookmarks faces p:since d:full |
MORE 杨桥镇
FIELD villages | figure | 个 | 11-49
FIELD plan | figure | 户 | 410-890
FIELD begun | figure | 户 | 310-405
FIELD done | figure | 户 | <begun
FIELD share | rate | % | done/plan:1
FIELD old | figure | 座 | 110-690
FIELD ills | figure | 座 | 21-98
FIELD mended | figure | 座 | <ills
FIELD trucks | figure | 辆 | 2-14
FIELD slurry | figure | 吨 | 210.5-989.5
FIELD land | figure | 亩 | 310-1890
FIELD money | figure | 万元 | 21.11-98.97
FIELD money_year | comparison | 万元 | Ymoney 增加/减少
FIELD paid | figure | 元/户 | 810-1980
FIELD asked | figure | 户 | 51-290
FIELD glad | rate | % | 81.1-97.9
FIELD stations | listline | | where：东头；；西头；；河沿；；岗上；；集市/tanks：2-9/ton：11-89
FIELD issue | text | | 化粪池浅埋，冬天冻裂；；农户嫌水箱漏水，弃用旱厕改造；；抽粪车进不了窄巷；；管护协议只签不执行；；施工队垫资过久，催要工程尾款；；洋灰盖板被车轧碎；；便器型号不一，配件难寻；；部分新厕成了杂物间
T {unit}{period}农村户厕改造进展
P 县农业农村局：
P 一 任务进度
P 今年任务涉及{villages}个行政村{plan}户，开工{begun}户，完工{done}户，占任务数的{share}%。
P 二 问题厕所
P 逐户摸排旧厕{old}座，查出问题厕所{ills}座，销号{mended}座。
P 三 粪污去向
P 配备抽粪车{trucks}辆，清运粪污{slurry}吨，就近还田{land}亩。各集中点如下：
L stations | （@）{where}集中点，三格池{tanks}口，可存{ton}吨；
P 四 资金
P 拨付奖补{money}万元（比上年同期{money_year}），户均补助{paid}元/户。
P 五 回访
P 电话回访{asked}户，满意率{glad}%。
?asked>150 P 回访面宽，抽出其中5%入户复核。
P 六 不足
P {issue}。
P 标准参照《农村三格式户厕建设技术规范》（GB/T 38836—2020），“首厕过关”后方可铺开。
G {unit}人民政府
D {signed}
WB 乡镇=unit | 行政村=villages | 任务（户）=plan | 开工（户）=begun | 完工（户）=done | 完成比例=share@% | 旧厕（座）=old | 问题厕//查出=ills | 问题厕//销号=mended | 抽粪车=trucks | 粪污（公斤）=slurry*1000 | 还田（亩）=land | 奖补（元）=money*10000 | 比上年=money_year± | 户均（元）=paid | 回访（户）=asked | 满意率=glad% | 不足=issue | 填表日期=xd
WBLOOKS title subtotals total
TRAP 今年；；5%；；GB/T 38836—2020；；“首厕过关”

KIND 144 | budget-reviews | several | 评审一组 评审二组 评审三组 | 2023Q4 2024Q1 | messy rsid tracked sdt p:q1 d:chinese |
MORE 评审四组 外聘组
FIELD items | figure | 项 | 41-98
FIELD sent | figure | 万元 | 5100.15-9890.95
FIELD agreed | figure | 万元 | 4100.15-5089.95
FIELD cut | figure | 万元 | sent-agreed
FIELD cut_rate | rate | % | cut/sent:2
FIELD cut_change | comparison | 个百分点 | Δcut_rate 提高/降低
FIELD days | figure | 天 | 5.1-14.9
FIELD limit | figure | 项 | 11-29
FIELD ends | figure | 项 | 3-10
FIELD sites | figure | 人次 | 41-190
FIELD experts | figure | 人 | 12-69
FIELD fee | figure, | 元 | 11000-98900
FIELD doubts | figure | 条 | ~2-12
FIELD big | rows | | name：河堤加固；；校舍翻修；；污水支管；；桥梁检测；；路灯更新；；库房改造/sent：110.5-189.5/agreed：81.5-109.5/kind：预算；；结算；；控制价
FIELD opened | date | | chinese
FIELD view | text | | 部分单位送审资料缺图纸，补交耗时；；暂估价比重偏高，易在结算时扯皮；；签证单事后补签，日期前后矛盾；；主材询价渠道单一；；清单漏项多由设计深度不够引起；；隐蔽工程影像不全，量难核定
HEADER 县财政投资评审中心
T {period}评审工作简报（{unit}）
R 总体情况。共评审项目{items}项，送审{sent}万元，审定{agreed}万元，审减{cut}万元，审减率{cut_rate}%，较上季度{cut_change}。
R 分类情况。其中招标控制价{limit}项、竣工结算{ends}项；平均用时{days}天，踏勘现场{sites}人次。
R 专家与费用。借用专家{experts}人，支付劳务费{fee}元<<doubts>0|；收到异议{doubts}条，均在7个工作日内书面答复>>。
R 主要项目。审减较多的项目见下表，{opened}已送相关单位核对。
TH 序号 | 项目 | 类别 | 送审（万元） | 审定（万元）
TR big | @ | {name} | {kind} | {sent} | {agreed}
R 问题与建议。{view}。
?items>60 P 项目集中送审，请按《评审计划管理办法》第八条错峰报送。
P “不唯减、不唯增、只唯实”。
G {unit}
D {signed}
WB 序号=# | 组别=unit | 项目（项）=items | 其中：控制价=limit | 其中：结算=ends | 送审额（元）=sent*10000 | 审定额（元）=agreed*10000 | 审减额（元）=cut*10000 | 审减率=cut_rate% | 用时（天）=days | 踏勘（人次）=sites | 专家（人）=experts | 劳务费（元）=fee | 异议（条）=doubts | 送核日期=opened | 建议=view | 备注=xt
WBLOOKS sheets title freeze mean
TRAP 7个工作日；；《评审计划管理办法》；；第八条；；“不唯减、不唯增、只唯实”

KIND 145 | vaccination | several | 城东接种站 城西接种站 河口接种站 桥南接种站 山前接种站 | 2023Q1 2023Q2 2023Q3 next:2023Q4 | messy rsid lang empty-runs p:q2 d:plain |
MORE 湖心接种站
FIELD due | figure | 人 | 1010-1890
FIELD done | figure | 人 | <due
FIELD rate | rate | % | done/due:2
FIELD rate_change | comparison | 个百分点 | Δrate 提高/下降
FIELD doses | figure, | 剂次 | 2100-9890
FIELD doses_year | comparison | 剂次 | Ydoses 增加/减少
FIELD flu | figure | 剂次 | 110-890
FIELD home | figure | 户 | 21-98
FIELD lost | figure | 支 | 1-9
FIELD cold | figure | ℃ | 2.1-7.9
FIELD days | figure | 天 | 41-70
FIELD ill | figure | 例 | ~1-8
FIELD calls | figure | 次 | 310-990
FIELD staff | figure | 名 | 5-29
FIELD wait | figure | 分钟 | 11.1-39.9
FIELD lesson | date | | full
FIELD held | list | | 乙肝；；麻腮风；；百白破；；水痘；；脊灰；；甲肝；；乙脑
FIELD next_step | text | | 候种区加装遮阳棚；；把预约时段细分到半小时；；给留守儿童监护人逐户打电话；；更换老旧冷藏包；；和幼儿园互通查验名单；；增设母婴室尿布台；；周六上午加开门诊；；清理过期登记卡
T {unit}{period}预防接种工作小结
P 报：县疾控中心免疫科
P （一）常规接种：应种{due}人，实种{done}人，及时接种率{rate}%，环比{rate_change}。
P （二）接种剂次：合计{doses}剂次，比上年同期{doses_year}，其中流感疫苗{flu}剂次；库存充足的有{held:、}疫苗。
P （三）冷链与损耗：冰箱平均{cold}℃，报损{lost}支<<ill>0|；报告一般反应{ill}例，均已痊愈>>。
P （四）服务：开诊{days}天，接种人员{staff}名，平均等候{wait}分钟，电话预约{calls}次，为行动不便者上门{home}户。
?calls>600 P 预约电话占线，{quarter}末增设了第2条线路。
P （五）培训：{lesson}组织急救演练，复习《预防接种工作规范》第四章，接种后须留观30分钟。
P （六）{next}打算：{next_step}。
G {unit}
D {signed}
WB 序号=# | 接种站=unit | 应种（人）=due | 实种（人）=done | 及时率=rate% | 总剂次=doses | 同比=doses_year± | 流感（剂次）=flu | 库存品种=held | 冰箱均温（℃）=cold | 报损（支）=lost | 反应（例）=ill | 开诊天数=days | 人员=staff | 等候（分钟）=wait | 预约电话=calls | 上门（户）=home | 演练日期=lesson | 打算=next_step | 站长=xn | 备注=xt
WBLOOKS title madeline totaltop notes
TRAP 第2条线路；；《预防接种工作规范》；；第四章；；30分钟

KIND 146 | day-nurseries | several | 小禾苗托育园 蓝风筝托育园 | 2024-03 2024-04 2024-05 | messy rsid merged-runs perms p:chinese-month d:spaced wide:all |
MORE 雨点托育园 彩石托育园
FIELD places | figure | 个 | 51-98
FIELD children | figure | 名 | 21-49
FIELD used | rate | % | children/places:0
FIELD children_change | comparison | 名 | Δchildren 增/减
FIELD days | figure | 人天 | 410-990
FIELD nurses | figure | 名 | 5-19
FIELD milk | figure | 升 | 110.5-389.5
FIELD fruit | figure | 公斤 | 51.5-198.5
FIELD fee | figure | 元/月 | 1100；；1180；；1260；；1350；；1420；；1480
FIELD aid | figure | 元 | 3100-9890
FIELD colds | figure | 人次 | 4-19
FIELD bumps | figure | 起 | ~1-4
FIELD checks | figure | 次 | 11-31
FIELD open | date | | plain
FIELD play | list | | 沙池寻宝；；布书翻翻；；拍手儿歌；；泡泡追逐；；种豆观察；；影子游戏
FIELD word | text | | 午睡床间距偏小，已报整改；；家长盼延长接送时段；；户外地垫起翘，待更换；；绿豆过敏幼儿一名，食谱单列；；育婴师考证缺口大；；新风机滤芯堵塞
T {unit}运行月报
T —{period}—
P ● 收托：核定托位{places}个，在托{children}名（较上月{children_change}），使用率{used}%，实际出勤{days}人天。
P ● 照护：保育人员{nurses}名，晨检{checks}次，感冒缺勤{colds}人次<<bumps>0|，磕碰{bumps}起，当日告知家长>>。
P ● 膳食：每日两餐两点，当月采购如下。
TH 食材 | 数量 | 单位
TD 鲜奶 | {milk} | 升
TD 水果 | {fruit} | 公斤
TD 说明 | 均留样48小时备查 | <
P ● 收费：保育费{fee}元/月，发放普惠补助{aid}元。
P ● 活动：{play:，}。
?checks>20 P ● 提示：晨检记录须保存3年。
P ● 情况：{word}。
P {open}开放日欢迎参观；“托得起、托得好”，依据《托育机构管理规范》第十二条。
G {unit}
D {signed}
WB 园名=unit | 托位=places | 在托（名）=children | 较上月=children_change | 使用率=used% | 出勤（人天）=days | 保育员=nurses | 晨检（次）=checks | 感冒（人次）=colds | 磕碰（起）=bumps | 鲜奶（升）=milk | 水果（公斤）=fruit | 保育费（元/月）=fee | 补助（元）=aid | 活动=play | 开放日=open~ | 情况=word | 园长=xn
WBLOOKS forms measures
TRAP 48小时；；3年；；“托得起、托得好”；；《托育机构管理规范》；；第十二条
"""
KINDS += r"""
KIND 147 | disclosure-requests | several | 住建窗口 教体窗口 农业窗口 交通窗口 | 2024Q1 2024Q2 | messy rsid proof pages p:dotted d:dash dropped:5 |
MORE 民政窗口 水务窗口
FIELD got | figure | 件 | 51-190
FIELD got_change | comparison | % | %Δgot 增长/下降
FIELD firms | figure | 件 | 2-10
FIELD persons | figure | 件 | got-firms
FIELD answered | figure | 件 | <got
FIELD full | figure | 件 | 5-20
FIELD refused | figure | 件 | ~1-4
FIELD partly | figure | 件 | answered-full-refused
FIELD days | figure | 个工作日 | 5.1-14.9
FIELD ontime | rate | % | 91.1-99.7
FIELD pages | figure, | 页 | 1010-9890
FIELD posted | figure | 条 | 110-890
FIELD clicks | figure | 万次 | 1.11-9.87
FIELD phone | figure | 次 | 210-990
FIELD review | figure | 件 | 1-4
FIELD topic | list | | 征收补偿；；学区划分；；惠农补贴；；工程招标；；线路规划；；旧改名单
FIELD gap | text | | 档案尚未数字化，翻查费工；；申请人描述含混，需反复补正；；历史文件未定密，难以判断；；邮寄地址变更，退件不少；；平台上传附件限制过小；；公开审查三级把关不够细；；会议纪要可否公开认识不一；；个别科室拖到末日才交底稿
T {unit}{period}依申请公开情况
S 县政务公开办：
P {unit}{quarter}受理公开申请{got}件，比前一季度{got_change}。按申请人分，自然人{persons}件，企业{firms}件；按关注点分，主要是{topic:、}。
P 答复{answered}件，按期率{ontime}%，平均用时{days}个工作日。其中予以公开{full}件、部分公开{partly}件<<refused>0|、不予公开{refused}件>>。
P 复制材料{pages}页，不收取费用。
P 主动公开信息{posted}条，点击{clicks}万次，接听咨询{phone}次。引发复议{review}件。
?phone>600 P 咨询量偏多，窗口午间12时至14时留1人值班。
P 主要问题：{gap}。
P 下一步落实《政府信息公开条例》第三十三条20个工作日的规定，做到“应公开尽公开”。
G {unit}
D {signed}
WB 序号=# | 窗口=unit | 受理//合计=got | 受理//自然人=persons | 受理//企业=firms | 答复//合计=answered | 答复//予以公开=full | 答复//部分公开=partly | 答复//不予公开=refused | 按期率=ontime% | 用时=days | 材料（页）=pages | 主动公开（条）=posted | 点击（次）=clicks*10000 | 咨询（次）=phone | 复议（件）=review | 关注点=topic@； | 问题=gap | 备注=xt
WBLOOKS title short signline total
TRAP 12时至14时；；1人；；《政府信息公开条例》；；第三十三条；；20个工作日；；“应公开尽公开”

KIND 148 | afforestation | several | 北岭林场 南坡林场 石羊林场 | 2024-03A 2024-03B 2024-03C | messy rsid smarttag highlight p:ten d:plain |
MORE 红柳林场 沙枣林场
FIELD holes | figure | 万穴 | 1.11-9.87
FIELD trees | figure | 万株 | 1.12-8.98
FIELD trees_change | comparison | 万株 | Δtrees 多/少
FIELD area | figure | 亩 | 310.5-1890.5
FIELD pine | figure | 亩 | 110-290
FIELD fruit | figure | 亩 | 31-98
FIELD alive | rate | % | 81.1-97.9
FIELD workers | figure | 人 | 110-490
FIELD carts | figure | 台 | 11-49
FIELD water | figure | 车次 | 41-190
FIELD price_low | figure | | 0.81-1.49
FIELD price_high | figure | 元/株 | 1.61-2.98
FIELD depth | figure | 厘米 | 41-69
FIELD wind | figure | 米/秒 | 3.1-9.8
FIELD burnt | figure | 亩 | ~1-9
FIELD guest | text | | 县中学师生；；武装部民兵；；退休职工；；返乡青年；；妇联志愿者；；供电所党员；；驻地官兵；；邮政投递员；；医院护士
FIELD remark | text | | 墒情不足，须浇二遍水；；苗木运距远，根系失水；；大风日停工避险；；坡面石砾多，改用营养袋；；冻土未化透，进度偏慢；；雨后道路泥泞，车辆绕行；；围栏被羊群拱倒一段；；栽后苗木扶正踩实；；雇工难寻，工钱看涨
T 春季造林旬报
P 单位：{unit}\t时段：{period}
P 1、进度。{quarter}挖穴{holes}万穴，栽植{trees}万株，较前一旬{trees_change}；完成面积{area}亩，其中油松{pine}亩、经济林{fruit}亩。
P 2、投入。日均出工{workers}人，机械{carts}台，浇水{water}车次。苗价{price_low}—{price_high}元/株。
P 3、质量。抽查穴深{depth}厘米，成活率{alive}%；{quarter}最大风速{wind}米/秒<<burnt>0|；烧荒引燃枯草{burnt}亩，已处置>>。
P 4、义务植树。{guest}参加了义务植树。
?workers>300 P 注意：人员密集，每30人须配1名防火员。
P 5、备注。{remark}。
P （“栽一棵活一棵”，执行GB/T 15776—2023第6章。{next}报表请于逢一日上午报送。）
G {unit}生产科
D {signed}
WB 林场=unit | 挖穴（万穴）=holes | 栽植（株）=trees*10000 | 面积//合计=area | 面积//油松=pine | 面积//经济林=fruit | 成活率（%）=alive | 出工（人）=workers | 机械（台）=carts | 浇水（车次）=water | 苗价//最低=price_low | 苗价//最高=price_high | 穴深（厘米）=depth | 风速=wind | 过火（亩）=burnt | 义务植树=guest | 备注=remark | 记录人=xn
WBLOOKS sheets title mean total
TRAP 每30人；；1名防火员；；“栽一棵活一棵”；；GB/T 15776—2023；；第6章

KIND 149 | overload-control | several | 岔路口站 石门站 盐井站 | 2024Q2 2024Q3 | messy rsid latin moves sign-spaces p:year-q d:plain commas:freight |
MORE 望乡台站 十里铺站
FIELD weighed | figure, | 辆次 | 11010-48900
FIELD over | figure | 辆次 | 41-190
FIELD over_rate | rate | % | over/weighed:2
FIELD over_year | comparison | 辆次 | Yover 增多/减少
FIELD freight | figure | 吨 | 1010.5-9890.5
FIELD unloaded | figure | 吨 | 110.5-890.5
FIELD unloaded_change | comparison | 吨 | Δunloaded 增加/减少
FIELD most | figure | 吨 | 51.5-98.5
FIELD cases | figure | 件 | 21-40
FIELD fined | figure | 万元 | 3.11-29.87
FIELD copied | figure | 家 | ~1-6
FIELD cars | figure | 台 | 2-9
FIELD nights | figure | 天 | 31-89
FIELD leaflets | figure | 份 | 610；；850；；1200；；1450；；1700；；2300
FIELD joint | date | | year-dots
FIELD roads | list | | 省道环山段；；矿区专线；；砖厂支路；；老国道；；港口大道；；采石场便道
FIELD trouble | text | | 货车绕行村道，压坏涵洞；；地磅传感器受潮，误差偏大；；遮挡号牌者加速冲卡；；卸载场地只容两车；；司机短途倒运，昼伏夜出；；源头企业装载不签单
T {unit}治超工作情况（{period}）
P 县治超办：
P 　　一、称重数据：检测货车{weighed}辆次，查处超限{over}辆次，超限率{over_rate}%，同比{over_year}。货物总重{freight}吨，最重一车{most}吨。
P 　　二、执法处理：卸载{unloaded}吨（较上季{unloaded_change}），立案{cases}件，罚款{fined}万元<<copied>0|，抄告源头企业{copied}家>>。
P 　　三、勤务安排：出动车辆{cars}台，夜查{nights}天，重点是{roads:、}；{joint}与交警联勤。
P 　　四、宣传：发放明白卡{leaflets}余份，“多拉一吨不算本事，平安到家才是真章”。
?nights>60 P 　　附：连续夜查人员须补休1天。
P 　　五、困难：{trouble}。
P 　　六、依据：《公路安全保护条例》第六十四条；六轴车限49吨；电话0000-7788990。
G {unit}
D {signed}
WB 序号=# | 站名=unit | 检测（辆次）=weighed | 超限（辆次）=over | 超限率=over_rate% | 同比=over_year± | 总重（吨）=freight | 最重（吨）=most | 卸载（公斤）=unloaded*1000 | 立案（件）=cases | 罚款（元）=fined*10000 | 抄告（家）=copied | 车辆（台）=cars | 夜查（天）=nights | 明白卡（份）=leaflets | 联勤日期=joint | 重点路段=roads@/ | 困难=trouble | 值班员=xn | 电话=xp
WBLOOKS annex titleonly counted total signline
TRAP “多拉一吨不算本事，平安到家才是真章”；；1天；；《公路安全保护条例》；；第六十四条；；49吨；；0000-7788990

KIND 150 | footpaths-en | several | Ferndale ; Hazelbrook ; Longmarsh | Q1-2024 ; Q2-2024 | messy rsid latin-only moves p:three d:en |
MORE Northgate ; Oakhanger
FIELD walked | figure | km | 110.5-489.5
FIELD walked_change | comparison | km | Δwalked up/down
FIELD gates | figure | | 21-98
FIELD gates_mended | figure | | 5-20
FIELD signs | figure | | 31-190
FIELD signs_was | figure | | prev:signs
FIELD bridges | figure | | 2-14
FIELD gravel | figure | tonnes | 41.5-198.5
FIELD cost | figure, | CNY | 21010-98900
FIELD volunteers | figure | hours | 210-890
FIELD clear | rate | % | 71.1-96.9
FIELD complaints | figure | | 21-69
FIELD dogs | figure | | ~2-9
FIELD held | date | |
FIELD work | list | | strimming ; drainage ; waymarking ; step building ; hedge laying ; stile removal
FIELD words | text | | Brambles are back on the mill path ; A farmer has moved his electric fence ; Steps by the weir want new risers ; Parking at the chapel is full by nine ; Horses have cut up the lower track ; The footbridge handrail was tightened
T {unit} Footpaths
T Warden's report for the {period}
H Condition
P Wardens walked {walked} km, {walked_change} on the quarter before, and found {clear}% of it clear. Signs in place: {signs} (last quarter {signs_was}).
H Work done
P {gates_mended} of {gates} field gates were rehung and {bridges} bridges inspected. {gravel} tonnes of gravel were laid. Volunteers gave {volunteers} hours, chiefly to {work:, }.
H Public
P There were {complaints} complaints.<<dogs>0| Loose dogs were reported {dogs} times.>> The walkers' forum met on {held}.
?volunteers>500 P Volunteers need 12 more pairs of gloves.
P Spending came to CNY {cost}.
H Remarks
P {words}.
P Paths must be 1.8 metres wide under section 5 of the Paths Code. “Leave gates as you find them”.
G Footpaths Officer
D {signed}
WB Area=unit | Walked (km)=walked | Clear=clear% | Signs//Last quarter=signs_was | Signs//This quarter=signs | Gates//All=gates | Gates//Rehung=gates_mended | Bridges=bridges | Gravel (kg)=gravel*1000 | Volunteer hours=volunteers | Work=work@; | Complaints=complaints | Loose dogs=dogs | Forum=held | Cost (CNY)=cost | Remarks=words | Warden=xn
WBLOOKS annex title total notes
TRAP 12 more pairs；；1.8 metres；；section 5；；“Leave gates as you find them”
"""
KINDS += r"""
KIND 151 | weather-station | one | 鹿鸣气象站 | 2024-07 | messy rsid latin highlight p:monthly d:plain |
MORE 鹤林气象站 龟山气象站 雁荡坡气象站
FIELD mean | figure | ℃ | 26.1-28.9
FIELD top | figure | ℃ | 36.1-39.8
FIELD rain | figure | 毫米 | 110.5-289.5
FIELD rain_year | comparison | 毫米 | Yrain 偏多/偏少
FIELD rain_days | figure | 天 | 11-17
FIELD sun | figure | 小时 | 151.5-220.5
FIELD damp | rate | % | 71-89
FIELD wind | figure | 米/秒 | 14.1-21.9
FIELD thunder | figure | 次 | 21-29
FIELD alerts | figure | 期 | 31-39
FIELD texts | figure | 万条 | 1.11-4.87
FIELD right | rate | % | 91.1-97.9
FIELD fields | figure | 个 | 41-59
FIELD clouds | figure | 枚 | 61-69
FIELD came | figure | 人次 | 310-490
FIELD storm | date | | plain
T {unit}{period}气候影响评价
P 一、气候概况
P {period}，平均气温{mean}℃，极端最高{top}℃；降水量{rain}毫米，较常年同期{rain_year}，雨日{rain_days}天；日照{sun}小时，相对湿度{damp}%。{storm}的飑线过程伴有雷暴{thunder}次，阵风{wind}米/秒。
P 二、服务情况
P 发布预警{alerts}期，推送短信{texts}万条，晴雨预报准确率{right}%；走访种植大户{fields}个，发射增雨弹{clouds}枚，接待科普参观{came}人次。
P 三、后期关注
P 主汛期未过，请低洼地区按《气象灾害防御条例》第二十五条做好“叫应”。天气热线0000-12121。
G {unit}
D {signed}
WB 站名=unit | 平均气温=mean | 最高气温=top | 降水量（毫米）=rain | 距常年=rain_year± | 雨日=rain_days | 日照（小时）=sun | 湿度=damp% | 阵风（米/秒）=wind | 雷暴（次）=thunder | 预警（期）=alerts | 短信（条）=texts*10000 | 准确率=right% | 大户（个）=fields | 增雨弹（枚）=clouds | 参观（人次）=came | 过程日期=storm | 值班长=xn
WBLOOKS annex title mean
TRAP 《气象灾害防御条例》；；第二十五条；；“叫应”；；0000-12121

KIND 152 | childrens-homes | one | 向阳里社区 | 2024Q1 | messy rsid faces perms p:q1 d:full |
MORE 青果巷社区 书院路社区 木桥头社区
FIELD rooms | figure | 间 | 4-9
FIELD open | figure | 小时 | 210-390
FIELD kids | figure | 人次 | 1010-1990
FIELD kids_change | comparison | 人次 | Δkids 增加/减少
FIELD left | figure | 名 | 21-39
FIELD visits | figure | 次 | 61-98
FIELD helpers | figure | 名 | 11-19
FIELD books | figure | 册 | 410-690
FIELD classes | figure | 节 | 41-59
FIELD meals | figure | 份 | 701-990
FIELD gifts | figure | 元 | 2010-4890
FIELD cover | rate | % | 91.1-98.7
FIELD checked | date | | plain
T {unit}儿童之家运行报告
S 街道民政办：
P {period}，{unit}儿童之家开放{open}小时，到访儿童{kids}人次（较上季度{kids_change}），主要做了三件事：
P 一是添设施。活动室{rooms}间，图书{books}册，爱心捐款{gifts}元。
P 二是办活动。志愿者{helpers}名，上课{classes}节，提供热餐{meals}份。
P 三是勤走访。结对留守儿童{left}名，入户{visits}次，建档率{cover}%；{checked}通过安全检查。
P “放学有去处，周末有陪伴”，《未成年人保护法》第四十二条宣传已进楼栋。求助热线12345转5。
G {unit}居委会
D {signed}
WB 序号=# | 社区=unit | 活动室（间）=rooms | 开放时长=open | 到访//人次=kids | 到访//增减=kids_change± | 留守儿童（名）=left | 入户（次）=visits | 志愿者=helpers | 图书（册）=books | 课程（节）=classes | 热餐（份）=meals | 捐款（元）=gifts | 建档率（%）=cover | 检查日期=checked~ | 主任=xn | 备注=xt
WBLOOKS titleonly madeline total
TRAP “放学有去处，周末有陪伴”；；《未成年人保护法》；；第四十二条；；12345转5

KIND 153 | drama-tours | one | 青衣剧团 | 2023 | messy rsid styles kern p:year d:dots |
MORE 金锣剧团 折扇剧团 云板剧团
FIELD shows | figure | 场 | 110-190
FIELD villages | figure | 个 | 61-98
FIELD crowd | figure | 万人次 | 3.11-9.87
FIELD crowd_year | comparison | % | %Δcrowd 增长/下降
FIELD plays | figure | 部 | 11-19
FIELD fresh | figure | 部 | 2-5
FIELD actors | figure | 名 | 31-49
FIELD young | rate | % | 31.1-48.9
FIELD km | figure, | 公里 | 3101-8890
FIELD costumes | figure | 件 | 210-390
FIELD aid | figure | 万元 | 41.11-68.97
FIELD earned | figure | 万元 | 11.11-29.87
FIELD school | figure | 所 | 21-29
FIELD prize | date | | plain
T {unit}{period}送戏下乡总结
H 一 演出情况
P 全年演出 {shows} 场，走遍 {villages} 个村，观众 {crowd} 万人次，比上年{crowd_year}，行程 {km} 公里。
H 二 创作与队伍
P 上演剧目 {plays} 部，其中新排 {fresh} 部；现有演职员 {actors} 名，青年占 {young}%；添置服装 {costumes} 件。
H 三 收支
P 获补助 {aid} 万元，商演收入 {earned} 万元。
H 四 戏曲进校园
P 走进学校 {school} 所；{prize}捧回县戏曲节团体奖。
P 明年继续办好“百村百场”，演出合同格式见《营业性演出管理条例》第十三条。
G {unit}
D {signed}
WB 剧团=unit | 演出（场）=shows | 村（个）=villages | 观众（人次）=crowd*10000 | 比上年（%）=crowd_year± | 剧目//总数=plays | 剧目//新排=fresh | 演职员=actors | 青年占比=young@% | 行程（公里）=km | 服装（件）=costumes | 补助（元）=aid*10000 | 商演（元）=earned*10000 | 学校（所）=school | 获奖日期=prize | 团长=xn | 联系方式=xp
WBLOOKS title colb total notes
TRAP “百村百场”；；《营业性演出管理条例》；；第十三条

KIND 154 | seed-bank-en | one | Thistle House | Q3-2024 | messy rsid latin-only kern p:number d:slash |
MORE Barrow Hall ; Clover Mill ; Dene Farm
FIELD packets | figure, | | 11010-18900
FIELD new | figure | | 410-690
FIELD species | figure | | 210-390
FIELD alive | rate | % | 81.1-96.9
FIELD dry | rate | % | 3.1-5.9
FIELD cold | figure | °C | 3.1-5.8
FIELD sent | figure | | 701-990
FIELD sent_change | comparison | % | %Δsent up/down
FIELD weight | figure | kg | 41.5-88.5
FIELD power | figure, | kWh | 2101-4890
FIELD helpers | figure | hours | 101-190
FIELD cost | figure, | CNY | 21010-48900
FIELD counted | date | |
T Seed store at {unit}
T {period}
P The store holds {packets} packets of {species} species; {new} packets came in during the quarter.
P Of the seed tested {alive}% was alive. Moisture stood at {dry}%, and the cold room at {cold} °C, for which it used {power} kWh.
P Growers were sent {sent} packets, {sent_change} on the last quarter, weighing {weight} kg in all.
P Volunteers gave {helpers} hours. Costs were CNY {cost}. Stock was counted on {counted}.
P Samples are kept for 10 years under Rule 4. “Grow it, keep it, share it”. Telephone 0000 555 0188.
G Keeper, {unit}
D {signed}
WB Store=unit | Packets held=packets | Packets new=new | Species=species | Alive=alive% | Moisture (%)=dry | Cold room (°C)=cold | Power (kWh)=power | Packets sent=sent | Change (%)=sent_change± | Weight (g)=weight*1000 | Volunteer hours=helpers | Cost (CNY)=cost | Counted on=counted | Keeper=xn | Shelves=x
WBLOOKS titleonly madeline total notes
TRAP 10 years；；Rule 4；；“Grow it, keep it, share it”；；0000 555 0188

KIND 155 | official-cars | marks | 北苑分局 南苑分局 东苑分局 | 2024Q1 | rsid messy highlight p:q2 | 〇〇
MORE 西苑分局 中苑分局
FIELD cars | figure | 辆 | 11-49
FIELD trips | figure | 次 | 310-990
FIELD km | figure | 公里 | 11010-48900
FIELD oil | figure | 升 | 2101-9890
FIELD per | figure | 升/百公里 | 7.1-11.9
FIELD repair | figure | 元 | 3101-9889
FIELD rate | rate | % | 71.1-96.9
FIELD violations | figure | 起 | 1-9
FIELD checked | date | | plain
FIELD note | text | | 车辆老化；；调度紧张
T {unit}{period}公务用车运行情况表
P 一、保有车辆{cars}辆，出车{trips}次，行驶{km}公里，车辆使用率{rate}%。
P 二、加油{oil}升，平均油耗{per}升/百公里，维修保养费{repair}元。
P 三、发生违章{violations}起；{checked}完成节假日封存检查。
P 四、需要说明的事项：{note}
P 五、是否全部安装定位终端：□是  □否
P 注：依据《党政机关公务用车管理办法》第十六条，定点维修，一车一卡。
G {unit}
D {signed}
WB 单位=unit | 车辆数=cars | 出车（次）=trips | 里程（公里）=km | 使用率=rate% | 加油（升）=oil | 油耗（升/百公里）=per | 维修费（万元）=repair/10000 | 违章（起）=violations | 检查日期=checked | 说明=note | 车管员=xn
WBLOOKS annex title total
TRAP □是；；□否；；第十六条

KIND 156 | cable-cars | marks | 松鹤索道站 飞瀑索道站 | 2024-05 | rsid latin messy p:monthly suffix:索道站 | [●]
MORE 望月索道站 云梯索道站
FIELD days | figure | 天 | 21-31
FIELD riders | figure | 人次 | 11010-48900
FIELD hours | figure | 小时 | 210.5-289.5
FIELD stops | figure | 次 | 1-9
FIELD minutes | figure | 分钟 | 2.1-9.8
FIELD ropes | figure | 米 | 110-890
FIELD wind | figure | 米/秒 | 11.1-19.9
FIELD good | rate | % | 96.1-99.9
FIELD income | figure | 万元 | 21.11-98.97
FIELD drill | date | | plain
T {unit}{period}运行报表
S 县特种设备安全监察科：
P 运行天数{days}天，运行{hours}小时，载客{riders}人次，票款收入{income}万元。
P 故障停机{stops}次，最长{minutes}分钟；设备完好率{good}%；检查钢丝绳{ropes}米，瞬时最大风速{wind}米/秒。
P {drill}组织高空救援演练，全部乘客应在3.5小时内撤离（GB 12352第10.2条）。
P 报表人：              站长：
G {unit}
D {signed}
WB 序号=# | 索道站=unit | 运行//天数=days | 运行//小时=hours | 载客（人次）=riders | 票款（元）=income*10000 | 停机//次数=stops | 停机//最长（分钟）=minutes | 完好率=good% | 钢丝绳（米）=ropes | 风速（米/秒）=wind | 演练日期=drill | 备注=xt
WBLOOKS title madeline signline
TRAP 3.5小时；；GB 12352；；第10.2条

KIND 157 | pharmacies | marks | 康宁街道 福寿街道 安泰街道 | 2024H1 | rsid messy faces p:h | （数）
MORE 和顺街道 永乐街道
FIELD shops | figure | 家 | 31-98
FIELD checks | figure | 家次 | 110-490
FIELD kinds | figure | 个品种 | 210-890
FIELD batches | figure | 批次 | 21-69
FIELD passed | rate | % | 91.1-99.7
FIELD old | figure | 盒 | 11-89
FIELD warned | figure | 家 | 2-14
FIELD closed | figure | 家 | 1-9
FIELD fined | figure | 元 | 3101-9890
FIELD finished | date | | plain
FIELD doubt | text | | 处方留存不全；；冷藏柜断电
T 零售药店监督检查情况
P 报告单位：{unit}　　　报告期：{period}
P 现有药店{shops}家，检查{checks}家次，抽查{kinds}个品种{batches}批次，合格率{passed}%。
P 下架过期药品{old}盒，警告{warned}家，停业{closed}家，罚款{fined}元。
P 检查于{finished}全部结束。发现的主要问题：{doubt}
P 说明：执业药师不在岗须停售处方药；监督电话12315；《药品管理法》第五十八条。
P 填报人：          填报日期：{signed}
WB 街道=unit | 药店//现有（家）=shops | 药店//检查（家次）=checks | 抽查//品种=kinds | 抽查//批次=batches | 抽查//合格率=passed% | 过期（盒）=old | 处理//警告（家）=warned | 处理//停业（家）=closed | 处理//罚款（元）=fined | 结束日期=finished | 问题=doubt | 填报人=xn
WBLOOKS title totaltop notes
TRAP 12315；；第五十八条

KIND 158 | straw | marks | 麦田镇 稻花镇 豆坪镇 | 2024Q3 | rsid messy kern p:q1 | ？？
MORE 粟米镇 高粱镇
FIELD area | figure | 万亩 | 1.11-9.87
FIELD baled | figure | 吨 | 2101-9890
FIELD used | rate | % | 81.1-97.9
FIELD fires | figure | 处 | 1-9
FIELD teams | figure | 支 | 11-49
FIELD patrols | figure | 人次 | 410-990
FIELD machines | figure | 台 | 21-98
FIELD drones | figure | 架次 | 31-190
FIELD fined | figure | 元 | 510-2890
FIELD paid | figure | 万元 | 11.11-49.87
FIELD began | date | | plain
T {unit}{period}秸秆禁烧和综合利用情况报告
S 县秸秆办：
P {period}，{unit}自{began}起进入禁烧期，现将情况报告如下：
N 禁烧巡查：成立巡查队{teams}支，出动{patrols}人次，无人机巡飞{drones}架次，发现火点{fires}处，罚款{fined}元。
N 综合利用：收割面积{area}万亩，投入打捆机{machines}台，离田{baled}吨，综合利用率{used}%，兑现补贴{paid}万元。
P “不燃一把火、不冒一处烟”。依据《大气污染防治法》第七十七条；值班电话0000-3322110。
G {unit}人民政府
D {signed}
WB 序号=# | 乡镇=unit | 收割面积（亩）=area*10000 | 离田（吨）=baled | 利用率=used@% | 火点（处）=fires | 巡查队（支）=teams | 巡查（人次）=patrols | 打捆机（台）=machines | 无人机（架次）=drones | 罚款（元）=fined | 补贴（元）=paid*10000 | 禁烧起日=began | 备注=xt
WBLOOKS annex titleonly county:禾川县 subtotals total
TRAP “不燃一把火、不冒一处烟”；；第七十七条；；0000-3322110

KIND 159 | pump-stations | marks | 一号闸站 二号闸站 三号闸站 | 2024-06 | rsid messy p:monthly suffix:闸站 | underline
MORE 四号闸站 五号闸站
FIELD pumps | figure | 台 | 2-9
FIELD hours | figure | 台时 | 210-890
FIELD water | figure | 万立方米 | 21.1-98.7
FIELD power | figure | 千瓦时 | 11010-48900
FIELD level | figure | 米 | 3.11-6.87
FIELD area | figure | 亩 | 1010-4890
FIELD faults | figure | 次 | 1-9
FIELD good | rate | % | 91.1-99.7
FIELD cost | figure | 万元 | 1.11-9.87
FIELD began | date | | plain
T 排涝泵站运行月报
P 泵站名称：{unit}
P 报告月份：{period}
TH 项目 | 数量 | 计量单位
TD 装机 | {pumps} | 台
TD 运行 | {hours} | 台时
TD 排水量 | {water} | 万立方米
TD 用电量 | {power} | 千瓦时
TD 受益面积 | {area} | 亩
P 开机日期：{began}，开机时内河水位：{level}米，设备完好率：{good}%，故障：{faults}次，运行费用：{cost}万元。
P 警戒水位4.50米；超过时每2小时报一次，电话0000-6655440。
P 值班员（签字）：            日期：{signed}
WB 泵站=unit | 装机（台）=pumps | 运行（台时）=hours | 排水量（立方米）=water*10000 | 用电（千瓦时）=power | 受益（亩）=area | 水位（米）=level | 完好率（%）=good | 故障（次）=faults | 费用（元）=cost*10000 | 开机日期=began | 值班员=xn
WBLOOKS title gap total
TRAP 4.50米；；每2小时；；0000-6655440

KIND 160 | crossings-en | marks | Mill Lane ; Station Road ; Quarry End | Q2-2024 | rsid latin-only messy p:q | ____
MORE Bridge Street ; Chapel Row
FIELD trains | figure, | | 1010-9890
FIELD cars | figure, | | 11010-48900
FIELD closed | figure | minutes | 2.1-4.9
FIELD faults | figure | | 1-19
FIELD near | figure | | 1-9
FIELD working | rate | % | 96.1-99.9
FIELD cost | figure | CNY | 3101-9890
FIELD tested | date | |
FIELD notes | text | | none ; see log
T Level crossing: quarterly return
P Crossing: {unit}
P Quarter: {period}
P 1. Trains: {trains} ; road vehicles: {cars} ; mean closure: {closed} minutes
P 2. Barrier faults: {faults} ; near misses: {near} ; barriers in working order: {working} %
P 3. Repairs: CNY {cost} ; barriers tested on: {tested}
P 4. Notes: {notes}
P Report any failure within 30 minutes (Signal Rule 12), telephone 0000 555 0160.
P Keeper's name:                     Date: {signed}
WB Crossing=unit | Trains=trains | Road vehicles=cars | Mean closure (min)=closed | Faults=faults | Near misses=near | Working order=working% | Repairs (CNY)=cost | Tested on=tested | Notes=notes | Keeper=xn
WBLOOKS title total notes
TRAP 30 minutes；；Signal Rule 12；；0000 555 0160
"""
