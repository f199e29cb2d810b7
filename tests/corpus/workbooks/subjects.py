"""What offices keep tables of: subjects with their fields, and names of units. All names are invented."""


def _fields(*rows):
    keys = ("name", "label", "kind", "measure", "group", "lo", "hi", "scale")
    return [dict(zip(keys, row + (None,) * (len(keys) - len(row)))) for row in rows]


TOWNS = ["云溪镇", "青禾镇", "柳林街道", "河口镇", "石桥镇", "白鹭乡", "梧桐街道", "清泉镇", "双塔镇", "枫岭乡", "东湖街道", "松坪镇", "竹园镇",
         "望江镇", "莲塘乡", "大桥镇", "沙洲镇", "渡口镇", "南坡乡", "北滩镇"]
OFFICES = ["综合办公室", "农业服务中心", "财政所", "文化服务中心", "水利站", "社会事务办", "村镇建设办", "统计站", "司法所", "便民服务中心"]
SCHOOLS = ["云溪小学", "青禾小学", "柳林实验学校", "河口中学", "石桥小学", "白鹭幼儿园", "梧桐中学", "清泉小学", "双塔学校", "枫岭小学"]
VILLAGES = ["东河村", "西河村", "集镇社区", "渡口村", "沙洲村", "柳湾村", "石磨村", "上坪村", "下坪村", "竹林社区"]
PLACES = ["Ashford", "Brookside", "Fairview", "Glenmore", "Hartwell", "Kingsmead", "Lakeside", "Millbrook", "Northfield", "Oakdale"]
TEAMS = ["Parks", "Libraries", "Street Works", "Waste", "Housing", "Planning", "Registry", "Youth Services"]

# name, label, kind, measure, group over it, least, most, decimals
SUBJECTS = {
    "safety": ("安全生产检查情况", TOWNS, ("单位", "乡镇（街道）", "镇街"), _fields(
        ("inspections", "检查企业", "integer", "家次", "检查情况", 10, 90), ("hazards", "发现隐患", "integer", "处", "检查情况", 40, 1900),
        ("rectified", "完成整改", "integer", "处", "整改情况", 20, 1200), ("rate", "整改率", "decimal", "%", "整改情况", 60, 99, 1),
        ("fines", "罚款金额", "decimal", "万元", "处罚情况", 1, 60, 2), ("meeting", "是否召开例会", "boolean", "", "处罚情况"),
        ("first", "首次检查日期", "date", "", "处罚情况"), ("note", "主要做法", "text", "", "处罚情况"))),
    "petitions": ("信访事项办理情况", TOWNS, ("单位", "乡镇（街道）", "责任单位"), _fields(
        ("letters", "来信件数", "integer", "件", "来信", 0, 40), ("letter_people", "来信人次", "integer", "人次", "来信", 2, 90),
        ("visits", "来访批数", "integer", "批", "来访", 0, 30), ("visitors", "来访人次", "integer", "人次", "来访", 5, 1300),
        ("closed", "按期办结", "integer", "件", "办理", 0, 60), ("closed_rate", "按期办结率", "decimal", "%", "办理", 70, 99, 1),
        ("mediated", "是否建立台账", "boolean", "", "办理"), ("problem", "突出问题", "text", "", "办理"))),
    "rural": ("乡村振兴帮扶情况", TOWNS, ("乡镇（街道）", "单位", "地区"), _fields(
        ("households", "监测户数", "integer", "户", "监测对象", 20, 400), ("people", "监测人数", "integer", "人", "监测对象", 60, 1600),
        ("jobs", "务工人数", "integer", "人", "增收情况", 200, 9000), ("income", "人均纯收入", "integer", "元", "增收情况", 12000, 31000),
        ("funds", "衔接资金", "decimal", "万元", "资金情况", 50, 1900, 2), ("paid_rate", "支付率", "decimal", "%", "资金情况", 40, 99, 2),
        ("projects", "主要项目", "texts", "", "资金情况"), ("checked", "核查日期", "date", "", "资金情况"))),
    "budget": ("一般公共预算执行情况", TOWNS, ("单位", "部门", "预算单位"), _fields(
        ("planned", "年初预算", "decimal", "万元", "收入", 500, 9000, 2), ("received", "累计完成", "decimal", "万元", "收入", 200, 5000, 2),
        ("change", "比上年增减", "decimal", "万元", "收入", -300, 400, 2), ("growth", "增长率", "decimal", "%", "收入", -15, 20, 1),
        ("spent", "累计支出", "decimal", "万元", "支出", 200, 5200, 2), ("progress", "支出进度", "decimal", "%", "支出", 30, 70, 1),
        ("cause", "增减原因", "text", "", "支出"))),
    "health": ("基本公共卫生服务情况", TOWNS, ("单位名称", "卫生院", "机构名称"), _fields(
        ("files", "建档人数", "integer", "人", "健康档案", 2000, 40000), ("file_rate", "建档率", "decimal", "%", "健康档案", 80, 99, 2),
        ("elderly", "老年人体检", "integer", "人次", "重点人群", 100, 3000), ("children", "儿童管理", "integer", "人", "重点人群", 50, 1800),
        ("pressure", "高血压随访", "integer", "人次", "慢病管理", 200, 5000), ("sugar", "糖尿病随访", "integer", "人次", "慢病管理", 100, 2000),
        ("trained", "是否完成培训", "boolean", "", "慢病管理"))),
    "schools": ("学校基本情况", SCHOOLS, ("学校名称", "单位", "学校"), _fields(
        ("classes", "班级数", "integer", "个", "规模", 6, 36), ("pupils", "在校学生", "integer", "人", "规模", 180, 1900),
        ("teachers", "专任教师", "integer", "人", "教师", 15, 130), ("area", "校舍面积", "decimal", "平方米", "条件", 1800, 21000, 1),
        ("books", "图书册数", "integer", "册", "条件", 3000, 60000), ("drill", "应急演练", "integer", "次", "安全", 1, 6),
        ("drill_day", "最近演练日期", "date", "", "安全"), ("canteen", "有无食堂", "boolean", "", "安全"))),
    "disclosure": ("政府信息公开情况", OFFICES, ("单位", "部门", "科室"), _fields(
        ("published", "主动公开", "integer", "条", "主动公开", 10, 400), ("site", "网站发布", "integer", "条", "主动公开", 5, 300),
        ("requests", "收到申请", "integer", "件", "依申请公开", 0, 20), ("answered", "按期答复", "integer", "件", "依申请公开", 0, 20),
        ("reviews", "行政复议", "integer", "件", "监督", 0, 3), ("staff", "专职人员", "integer", "人", "监督", 0, 4), ("plan", "下一步打算", "text", "", "监督"))),
    "hotline": ("12345热线办理情况", OFFICES, ("承办单位", "单位", "部门"), _fields(
        ("orders", "受理工单", "integer", "件", "办理", 20, 2200), ("done", "办结工单", "integer", "件", "办理", 20, 2100),
        ("satisfied", "满意率", "decimal", "%", "评价", 80, 100, 2), ("hours", "平均用时", "decimal", "小时", "评价", 4, 70, 1),
        ("returned", "退回工单", "integer", "件", "评价", 0, 12), ("topics", "主要类别", "texts", "", "评价"))),
    "villages": ("村级组织活动情况", VILLAGES, ("村（社区）", "单位", "名称"), _fields(
        ("meetings", "村民会议", "integer", "次", "会议", 0, 6), ("members", "党员人数", "integer", "名", "组织", 18, 90),
        ("funds", "集体经济收入", "decimal", "万元", "经济", 3, 88, 2), ("visits", "入户走访", "integer", "户次", "服务", 60, 1500),
        ("started", "启动日期", "date", "", "服务"), ("activities", "活动形式", "texts", "", "服务"), ("open", "是否公开", "boolean", "", "服务"))),
    "places": ("Quarterly service return", PLACES, ("Unit", "Town", "District"), _fields(
        ("visits", "Visits", "integer", "", "Use", 200, 18000), ("loans", "Loans", "integer", "", "Use", 100, 9000),
        ("cost", "Cost", "decimal", "EUR", "Money", 500, 90000, 2), ("change", "Change on last quarter", "decimal", "EUR", "Money", -900, 900, 2),
        ("share", "Share online", "decimal", "%", "Money", 5, 60, 1), ("opened", "Opened on", "date", "", "Other"),
        ("step_free", "Step-free access", "boolean", "", "Other"), ("remarks", "Comments", "text", "", "Other"))),
    "teams": ("Performance figures by service", TEAMS, ("Department", "Unit", "Service"), _fields(
        ("requests", "Requests received", "integer", "", "Requests", 30, 2500), ("closed", "Requests closed", "integer", "", "Requests", 20, 2400),
        ("on_time", "Closed on time", "decimal", "%", "Requests", 70, 99, 1), ("budget", "Budget", "decimal", "kEUR", "Budget", 20, 900, 1),
        ("spent", "Spent", "decimal", "kEUR", "Budget", 10, 800, 1), ("reviewed", "Last review", "date", "", "Budget"), ("risks", "Main risks", "texts", "", "Budget"))),
}

# Ledgers: a row an item.
LEDGERS = {
    "inspections": ("检查台账", TOWNS, "检查单位", "单位", _fields(
        ("date", "检查日期", "date", ""), ("enterprise", "企业名称", "text", ""), ("hazards", "隐患数", "integer", "处", None, 0, 12),
        ("fine", "罚款金额", "decimal", "元", None, 500, 20000, 2), ("handled", "是否整改", "boolean", ""), ("paper", "文书编号", "text", ""))),
    "cases": ("信访台账", TOWNS, "责任单位", "单位", _fields(
        ("date", "登记日期", "date", ""), ("summary", "事项", "text", ""), ("people", "人数", "integer", "人", None, 1, 30),
        ("closed", "是否办结", "boolean", ""), ("days", "办理天数", "integer", "天", None, 1, 30), ("method", "办理方式", "text", ""))),
    "payments": ("资金支付台账", OFFICES, "用款单位", "单位", _fields(
        ("date", "支付日期", "date", ""), ("project", "项目名称", "text", ""), ("amount", "支付金额", "decimal", "元", None, 800, 900000, 2),
        ("voucher", "凭证号", "text", ""), ("account", "收款账号", "text", ""))),
    "trainings": ("培训台账", OFFICES, "承办部门", "部门", _fields(
        ("date", "培训日期", "date", ""), ("topic", "培训主题", "text", ""), ("people", "参训人数", "integer", "人次", None, 8, 220),
        ("hours", "学时", "decimal", "小时", None, 1, 16, 1), ("tested", "是否考核", "boolean", ""))),
    "visits": ("走访台账", VILLAGES, "村（社区）", "单位", _fields(
        ("date", "走访日期", "date", ""), ("matter", "反映事项", "text", ""), ("households", "走访户数", "integer", "户", None, 1, 40),
        ("solved", "是否解决", "boolean", ""), ("money", "帮扶金额", "decimal", "元", None, 100, 8000, 2))),
    "works": ("Works log", PLACES, "District", "Unit", _fields(
        ("date", "Date", "date", ""), ("site", "Site", "text", ""), ("metres", "Length", "decimal", "m", None, 10, 900, 1),
        ("crew", "Crew", "integer", "", None, 2, 14), ("closed", "Completed", "boolean", ""))),
}

WORDS = {
    "enterprise": ["某某建材厂", "某某食品厂", "某某加油站", "某某木器行", "某某纸箱厂", "某某粮油店", "某某砖瓦厂", "某某汽修店"],
    "summary": ["反映路灯不亮", "咨询低保申请", "反映排水不畅", "反映施工噪声", "咨询土地流转", "反映垃圾清运", "反映道路破损"],
    "project": ["沟渠清淤工程", "村道硬化工程", "文化广场修缮", "饮水管网改造", "路灯安装", "农机补贴发放", "公厕改建"],
    "topic": ["公文写作", "档案整理", "统计报表填报", "应急值守", "窗口服务规范", "财务制度", "信息报送"],
    "matter": ["孤寡老人照料", "危房修缮", "子女入学", "医保缴费", "果园灌溉", "水田排涝", "就业介绍"],
    "method": ["现场答复", "转办", "上门调处", "书面答复"],
    "site": ["Mill Lane", "Station Road", "Church Street", "High Street", "Bridge End", "Orchard Way", "Dock Road"],
    "paper": ["安检〔2023〕12号", "安检〔2023〕13号", "安检〔2023〕21号", "安检〔2023〕7号"],
    "voucher": ["记-0012", "记-0108", "记-0031", "记-0207"],
    "note": ["建立隐患清单，逐项销号", "分片包干，每周通报进度", "聘请专家参与检查", "对重点企业开展回头看"],
    "problem": ["部分事项涉及多个部门，协调用时较长", "个别事项重复反映", "基层调解力量不足"],
    "cause": ["上年同期有一次性收入", "土地收入入库时间后移", "压减一般性支出", "项目进度加快"],
    "plan": ["完善目录，按季更新", "组织业务培训", "清理过期栏目"],
    "remarks": ["Closed for repairs in May", "New opening hours from April", "Two posts vacant", "Survey under way"],
}
LISTS = {
    "projects": ["产业路硬化", "茶园提升", "冷库建设", "灌渠修复"],
    "topics": ["供水供电", "噪声扰民", "道路维护", "物业管理"],
    "activities": ["读书分享会", "露天电影", "农技讲座", "老照片展"],
    "risks": ["Staff turnover", "Late invoices", "Old vehicles", "Weather"],
}
