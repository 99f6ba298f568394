import sys
sys.path.insert(0,'/work/main')
from tests.tools.board_pages import *
from tests.app.conftest import app, arrive
from tests.tools.seeding import seed
from careerkit.goals import *
from careerkit.aspirations import *
def dump(a):
    for e in [*a.main]: pass
    print("EXC", [x.value for x in a.exception], "ERR", [x.value for x in a.error]); print(texts(a)); print([b.label+"|"+str(b.key) for b in a.button]); print([e.label for e in a.expander], [ (k, [x.label for x in a.get(k)]) for k in ("popover",)]); print(a.query_params)
def test_one(app):
    seed(app, Aspiration(id="asp", title="Lead"), Goal(id="g1", title="One", aspirations=frozenset({"asp"}), due=SOON, status=GoalStatus.DONE), Goal(id="g2", title="Two"), Goal(id="g3", title="Drop", status=GoalStatus.DROPPED))
    for addr in ({"status":"done"},{"status":"Done"},{"status":["Done","Dropped"]},{"aspiration":"asp"},{"due":"overdue"},{"due":"Overdue"},{"find":"two"},{"find":"x"*10000},{"find":"a\0b"},{"status":"../../x"},{"view":["Years","List"]},{"view":"List","status":"Done","aspiration":"asp","goal":"g1"}):
        print("=====",str(addr)[:80])
        a = AppTest.from_file(FRAME, default_timeout=30).run()
        dump(board_of(a, **addr))
def test_list_page(app):
    seed(app, *[Goal(id=f"g{i}", title=f"Goal {i} {'x' if i<25 else 'y'}") for i in range(60)])
    a = board_of(app, view="List", page="3")
    dump(a)
    a.text_input(key=Key.FILTER_TEXT).set_value("x").run(); dump(a)
    a.text_input(key=Key.FILTER_TEXT).set_value("7 x").run(); dump(a)
    b = new_tab(view="List", page="99"); dump(b)
def test_stale_draft(app):
    seed(app, Goal(id="g1", title="One"))
    a = app.switch_page(Place.ASPIRATIONS.value).run()
    press(a, Key.ASPIRATION_ADD)
    board_of(a); dump(a)
    press(a, Key.GOAL_OPEN); dump(a)
    a.run(); dump(a)
def test_archive(app):
    a=board_of(app); add_goal(a,"One"); edit(a); press(a, Key.DRAFT_ARCHIVE); dump(a)
def test_yes(app):
    a=board_of(app); press(a, Key.GOAL_ADD)
    a.number_input(key=Key.GOAL_MEASURE_TARGET).set_value(5.0).run()
    print([s.key for s in a.get("button_group")])
    a.segmented_control(key=Key.GOAL_HOW).set_value("yes-no").run(); dump(a)
    a.segmented_control(key=Key.GOAL_HOW).set_value("number").run()
    print(a.number_input(key=Key.GOAL_MEASURE_TARGET).value)
