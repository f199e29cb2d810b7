"""Writes everything anew, to the byte: python3 make.py"""
import json, os, random
from decimal import Decimal
import base as B, mistakes as M, sentences as S
from lib import *
from words import *

HERE = os.path.dirname(os.path.abspath(__file__))
# True sentences with figures, for sections that neither an error nor a sentence touches.
PLAIN = {
 "machinery": ["发放牌证{n.plates}副，旧牌收回销毁。", "作业用油{n.diesel}吨，油站给了月结。", "受益农户{n.homes}户，散户也轮得到。", "咨询电话接听{n.hotline}次，多问耕深。"],
 "bus": ["车辆安检{n.safety}车次，带病的不出场。", "约车电话{n.hotline}通，记在本子上。", "车厢消毒{n.cleaned}车次，窗子先敞开。", "候车站点{n.stops}处，其中有棚站点{n.s_roof}处。"],
 "waste": ["堆肥产出{n.compost}吨，菜园子抢着要。", "清洗桶体{n.washed}个次，桶底也刷到。", "入户宣讲{n.doors}户次，边拣边讲。", "清运垃圾{n.waste}吨，其中可回收物{n.w_recycle}吨。"],
 "elder": ["上门理发{n.haircuts}人次，梳子用一把烫一把。", "呼叫响应{n.bells}次，夜里也有人应。", "食堂用米{n.rice}公斤，米是近处买的。", "居家服务{n.services}人次，其中助洁服务{n.s_clean}人次。"],
 "market": ["发放执照{n.licences}本，窗口当天出证。", "检验电梯{n.lifts}台，合格的贴上标。", "散发宣传单{n.flyers}份，集日最多。", "经营检查{n.visits}家次，其中集市检查{n.v_fair}家次。"],
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
    rng = random.Random("fifth 1")
    names = dict(UNITS)
    idx = {u: i for i, (u, _) in enumerate(UNITS)}

    def names_for(u, sec, p):
        e = env(decls, plain, u, sec, p)
        nb = UNITS[(idx[u] + 1) % 30][1]
        e.update(name=names[u], nb=nb)
        return e

    def slots(item):
        ps = [item["period"]] if item["period"] else rng.sample(TESTED, 2)
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
                if p == TESTED[0] and (u, sec, TESTED[1]) in used: continue
                got = x["fn"](d, base[PERIODS[i0 - 1]][u]["sections"][sec], e)
                if not got: continue
                patch, place = got
                take((u, sec, p), *([(u, sec, TESTED[1])] if p == TESTED[0] else []))
                done[what, i] = (u, p, dict(patch=patch, place=place, why=x["why"], facts=[{"says": x["why"]}]))
                break
            if what == "s":
                v = eval(x["claim"], e) if x["claim"] else None
                said = x["text"].format(*([v] if x["claim"] else []), **{k: e[k] for k in ("n", "nb")})
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
                    take((u, sec, p), (o, sec, p))
                done[what, i] = (u, p, dict(patch=[M.put(sec, field, wrong)], place=[M.at(sec, field)], why=x["why"], facts=[fact]))
                break
            if x["claim"]:
                a, b = eval(x["claim"], e), eval(x["x"], e)
                right, wrong = x["text"].format(a), x["text"].format(b)
                fact.update(instead_of=right, claim=x["claim"], right=str(a), x=str(b))
            else:
                right, wrong = (t.format(**{k: e[k] for k in ("n", "name", "nb")}) for t in x["text"])
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
            for p in TESTED:
                if (u, sec, p) not in used and rng.random() < .45:
                    t = PLAIN[sec][(idx[u] + (p == TESTED[1]) * 2 + rng.randint(0, 1)) % 4]
                    base[p][u]["sections"][sec]["practice"] += t.format(n=names_for(u, sec, p)["n"])
    out = {("e", "seen"): [], ("e", "held-back"): [], ("s", "seen"): [], ("s", "held-back"): []}
    draw = random.Random("halves 5")
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
