"""Writes everything anew, to the byte: python3 make.py"""
import json, os, random
from decimal import Decimal
import base as B, mistakes as M, sentences as S
from lib import *
from words import *

HERE = os.path.dirname(os.path.abspath(__file__))
# True sentences with figures, for sections that neither an error nor a sentence touches.
PLAIN = {
 "veterans": ["本季度发放优待证{n.cards}张，窗口少有人排队。", "开展技能培训{n.trained}人次，夜课也坐得满。", "举办国防宣讲{n.lectures}场，讲台搬到田埂边。", "推荐就业{n.jobs}人，其中企业用工{n.jobs_firm}人。"],
 "livestock": ["佩戴耳标{n.ear}枚，号段连着发。", "犬只免疫{n.dogs}条，牵绳来的给包零嘴。", "收集粪污{n.manure}吨，车厢加了盖布。", "消毒药液用去{n.disinfectant}公斤，空桶退回厂家。"],
 "parcels": ["回收包装{n.boxes}个，孩子们拿去做手工。", "投递报刊{n.papers}份，老读者守着门。", "农产品寄递{n.farmgoods}吨，笋干卖得俏。", "收寄快件{n.pieces_out}件，投递快件{n.pieces_in}件，高峰在傍晚。"],
 "landslide": ["发放明白卡{n.cards}张，一户户念过。", "清理土石{n.rock}立方米，路面重新见光。", "转移避险{n.moved}人次，热饭及时跟上。", "发出预警信息{n.warnings}条，回执逐一核过。"],
 "charity": ["回收衣物{n.clothes}公斤，纽扣都补齐。", "点亮微心愿{n.wishes}个，卡片背面有回话。", "爱心助餐{n.meals}份，少盐少油。", "志愿服务{n.service}人次，其中敬老服务{n.s_elder}人次。"],
}

def dump(name, x):
    path = os.path.join(HERE, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as f:
        f.write(x if isinstance(x, str) else json.dumps(x, ensure_ascii=False, indent=1) + "\n")

def main():
    decls, vill = B.declarations(), B.villages()
    base = {p: {} for p in PERIODS}
    for i, (uid, name) in enumerate(UNITS):
        f = B.figures(i, uid, vill[uid])
        for p in PERIODS:
            base[p][uid] = {"id": uid, "name": name, "parent": "xian", "sections": f[p]}
    words = B.texts(vill)
    for (p, uid, sec, field), t in words.items():
        base[p][uid]["sections"][sec][field] = t
    plain = json.loads(json.dumps(base))            # texts without any sentence of figures
    used, load = set(), {u: 0 for u, _ in UNITS}
    rng = random.Random("fourth 1")
    names = dict(UNITS)
    idx = {u: i for i, (u, _) in enumerate(UNITS)}

    def names_for(u, sec, p):
        e = env(decls, plain, u, sec, p)
        nb = UNITS[(idx[u] + 1) % 30][1]
        e.update(name=names[u], mis=MISSPELT.get(u), other=OTHERKIND.get(u), v0=vill[u][0], v1=vill[u][1], nb=nb, swapped=M.swapped)
        return e

    def slots(item):
        ps = [item["period"]] if item["period"] else rng.sample(["2026Q1", "2026Q2"], 2)
        us = [u for u, _ in UNITS]
        rng.shuffle(us)
        us.sort(key=lambda u: load[u])
        for u in us:
            if item["need"] and (item["need"] == "led") != (idx[u] % 2 == 0): continue
            for p in ps:
                if (u, item["sec"], p) in used: continue
                e = names_for(u, item["sec"], p)
                if eval(item["cond"], e): yield u, p, e

    def take(*keys):
        for k in keys: used.add(k)
        load[keys[0][0]] += 1

    done = {}
    jobs = [("e", i, x) for i, x in enumerate(M.ALL)] + [("s", i, x) for i, x in enumerate(S.ALL)]
    rng.shuffle(jobs)
    jobs.sort(key=lambda j: 0 if j[0] == "e" and ("fn" in j[2] or "COPY" in j[2]["text"]) else 1 if j[2]["cond"] != "True" else 2)
    for what, i, x in jobs:
        sec = x["sec"]
        for u, p, e in slots(x):
            d = base[p][u]["sections"][sec]
            i0 = PERIODS.index(p)
            if "fn" in x:
                if p == "2026Q1" and (u, sec, "2026Q2") in used: continue
                got = x["fn"](d, base[PERIODS[i0 - 1]][u]["sections"][sec], e)
                if not got: continue
                patch, place = got
                take((u, sec, p), *([(u, sec, "2026Q2")] if p == "2026Q1" else []))
                done[what, i] = (u, p, dict(patch=patch, place=place, why=x["why"], facts=[{"says": x["why"]}]))
                break
            if what == "s":
                if "o('" in (x["claim"] or ""):
                    o = (u, x["claim"].split("'")[1], p)
                    if o in used: continue
                    used.add(o)
                v = eval(x["claim"], e) if x["claim"] else None
                said = x["text"].format(*([v] if x["claim"] else []), **{k: e[k] for k in ("n", "v0", "v1", "nb")})
                fact = {"says": x["why"]}
                if x["claim"]: fact.update(claim=x["claim"], x=str(v))
                elif x["cond"] != "True": fact["rule"] = x["cond"]
                take((u, sec, p))
                done[what, i] = (u, p, dict(patch=[M.put(sec, x["field"], d[x["field"]] + said)], sentence=said, why=x["why"], facts=[fact]))
                break
            field, fact = x["field"], {"says": x["why"]}
            if isinstance(x["text"], str) and x["text"].startswith("COPY"):
                right = None
                if x["text"] == "COPY-LAST":
                    q = PERIODS[i0 - 1]
                    if (u, sec, q) in used: continue
                    wrong = base[q][u]["sections"][sec][field]
                    take((u, sec, p), (u, sec, q))
                    fact.update(copy=[u, q])
                else:
                    o = next(z for z in rng.sample([z for z, _ in UNITS], 30) if z != u and (z, sec, p) not in used)
                    wrong = base[p][o]["sections"][sec][field]
                    fact.update(copy=[o, p])
                    if x["text"].endswith("VILLAGES"):
                        for a, b in zip(vill[o], vill[u]): wrong = wrong.replace(a, b)
                        fact["villages"] = True
                    take((u, sec, p), (o, sec, p))
                done[what, i] = (u, p, dict(patch=[M.put(sec, field, wrong)], place=[M.at(sec, field)], why=x["why"], facts=[fact]))
                break
            if x["claim"]:
                a, b = eval(x["claim"], e), eval(x["x"], e)
                right, wrong = x["text"].format(a), x["text"].format(b)
                fact.update(instead_of=right, claim=x["claim"], right=str(a), x=str(b))
            else:
                right, wrong = (t.format(**{k: e[k] for k in ("n", "name", "mis", "other")}) for t in x["text"])
                fact.update(instead_of=right)
                if x["untrue"]: fact["rule"] = x["untrue"]
            own = d[field]
            d[field] = own + right
            if "beside" in x: d[x["beside"][0]] += x["beside"][1]
            place = [M.at(sec, field)] + [M.at(sec, m) for m in x["more"] if m in d]
            take((u, sec, p))
            done[what, i] = (u, p, dict(patch=[M.put(sec, field, own + wrong)], place=place, why=x["why"], facts=[fact]))
            break
        else:
            raise SystemExit(f"no place for {x['kind']} {sec}")
    for u, _ in UNITS:
        for sec in B.SPEC:
            for p in ("2026Q1", "2026Q2"):
                if (u, sec, p) not in used and rng.random() < .45:
                    t = PLAIN[sec][(idx[u] + (p == "2026Q2") * 2 + rng.randint(0, 1)) % 4]
                    base[p][u]["sections"][sec]["practice"] += t.format(n=names_for(u, sec, p)["n"])
    out = {("e", "seen"): [], ("e", "held-back"): [], ("s", "seen"): [], ("s", "held-back"): []}
    draw = random.Random("halves")
    for what, al in (("e", M.ALL), ("s", S.ALL)):
        for k in range(0, len(al), 2):
            halves = ["seen", "held-back"]
            draw.shuffle(halves)
            for j in (0, 1):
                x = al[k + j]
                assert x["kind"] == al[k]["kind"]
                u, p, body = done[what, k + j]
                out[what, halves[j]].append(dict(id=f"{x['kind']}-{j + 1}", kind=x["kind"], unit=u, period=p, **body))
    dump("declarations.json", decls)
    for p in PERIODS:
        dump(f"base/{p}.json", "[\n" + ",\n".join(json.dumps(base[p][u], ensure_ascii=False) for u, _ in UNITS) + "\n]\n")
    for half in ("seen", "held-back"):
        dump(f"{half}/errors.json", out["e", half])
        dump(f"{half}/legitimate.json", out["s", half])
main()
