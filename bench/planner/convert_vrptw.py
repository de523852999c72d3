#!/usr/bin/env python3
"""Public VRPTW files -> trsp-1 instances.

  python convert_vrptw.py --data FOLDER --outdir DIR

FOLDER holds Solomon's files as solomon-NAME.txt with solomon-best-known.json ({"R101": 1637.7, ...}), as VROOM-Project/vroom-scripts
keeps them, and Gehring and Homberger's as gh-NAME.vrp with gh-NAME.sol, as PyVRP/Instances keeps them. They are not in this repository.

One technician per vehicle, all jobs mandatory, no values; the drive cost is 1 unit per "second", so
objective = -(total travel in the scaled unit). `public` in the file holds the scale and the best known value.
"""
import argparse, glob, json, math, os, re


def read(folder, name):
    with open(os.path.join(folder, name)) as f:
        return f.read()


def vrptw(name, T, service, tw, demand, vehicles, capacity, public):
    n = len(T)
    techs = [{"id": f"v{k}", "start": 0, "end": 0, "shift": list(tw[0]), "skills": [], "max_leg_s": None,
              "capacity": capacity, "breaks": [], "blocks": []} for k in range(vehicles)]
    jobs = [{"id": f"c{i}", "location": i, "duration": service[i], "windows": [list(tw[i])], "skills": [], "demand": demand[i],
             "unassigned_penalty": 0, "mandatory": True} for i in range(1, n)]
    return {"format": "trsp-1", "name": name, "objective": {"unit": "scaled distance", "drive_cost_per_min": 60},
            "locations": [{} for _ in range(n)], "matrix_s": T, "technicians": techs, "jobs": jobs,
            "values": [[0] * vehicles for _ in jobs], "public": public}


def euclid(xy, scale):
    return [[int(math.hypot(a[0] - b[0], a[1] - b[1]) * scale) for b in xy] for a in xy]


def gh(folder, name):
    t, sec, head = read(folder, f"gh-{name}.vrp"), {}, {}
    cur = None
    for line in t.splitlines():
        if line.endswith("_SECTION"):
            cur = sec.setdefault(line.strip(), [])
        elif cur is None and ":" in line:
            k, v = line.split(":", 1)
            head[k.strip()] = v.strip()
        elif cur is not None and line.strip() and line[0].isdigit():
            cur.append([float(x) for x in line.split()])
    xy = [(r[1], r[2]) for r in sec["NODE_COORD_SECTION"]]
    dem = [int(r[1]) for r in sec["DEMAND_SECTION"]]
    tw = [(int(r[1] * 10), int(r[2] * 10)) for r in sec["TIME_WINDOW_SECTION"]]
    serv = [0] + [int(float(head["SERVICE_TIME"]) * 10)] * (len(xy) - 1)
    bks = float(re.search(r"Cost ([\d.]+)", read(folder, f"gh-{name}.sol")).group(1))
    return vrptw(f"gh-{name.lower()}", euclid(xy, 10), serv, tw, dem, int(head["VEHICLES"]), int(head["CAPACITY"]),
                 {"scale": 10, "best_known": bks, "convention": "DIMACS (truncated to one decimal), distance only",
                  "source": "PyVRP/Instances VRPTW"})


def solomon(folder, name):
    rows = [l.split() for l in read(folder, f"solomon-{name}.txt").splitlines()]
    num = [[float(x) for x in r] for r in rows if r and all(re.fullmatch(r"[\d.]+", x) for x in r)]
    veh, cust = num[0], num[1:]
    S = 1000
    bks = json.loads(read(folder, "solomon-best-known.json"))[name]
    return vrptw(f"sol-{name.lower()}", euclid([(c[1], c[2]) for c in cust], S), [int(c[6] * S) for c in cust],
                 [(int(c[4] * S), int(c[5] * S)) for c in cust], [int(c[3]) for c in cust], int(veh[0]), int(veh[1]),
                 {"scale": S, "best_known": bks, "convention": "double precision, distance only, free fleet size",
                  "source": "VROOM-Project/vroom-scripts benchmarks/VRPTW"})


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--data", required=True)
    ap.add_argument("--outdir", required=True)
    a = ap.parse_args()
    os.makedirs(a.outdir, exist_ok=True)
    names = sorted(os.path.basename(f) for f in glob.glob(os.path.join(a.data, "*")))
    made = [gh(a.data, n[3:-4]) for n in names if n.startswith("gh-") and n.endswith(".vrp")]
    made += [solomon(a.data, n[8:-4]) for n in names if n.startswith("solomon-") and n.endswith(".txt")]
    if not made:
        raise SystemExit(f"no gh-*.vrp or solomon-*.txt in {a.data}")
    for i in made:
        with open(os.path.join(a.outdir, i["name"] + ".json"), "w") as h:
            json.dump(i, h, separators=(",", ":"))
        print(i["name"], len(i["technicians"]), len(i["jobs"]), i["public"])


if __name__ == "__main__":
    main()
