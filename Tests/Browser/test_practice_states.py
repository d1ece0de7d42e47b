"""axe, target sizes and sideways scrolling on the practice page in every state, in every mode."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from learner import PRACTICE

MODES = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "phone": {"color_scheme": "light", "viewport": {"width": 320, "height": 640}},
}

# Answers every scored question, right or wrong, and checks it.
ANSWER_ALL = """
  isRight => {
    for (const form of document.querySelectorAll('.q > form:has(> .check)')) {
      const accepts = JSON.parse(form.querySelector('.accepts')?.textContent ?? '{}');
      const { kind } = form.dataset;
      if (kind === 'explain') continue;
      if (kind === 'order') form.querySelector('.move button').click();
      for (const part of form.querySelectorAll(kind === 'one' || kind === 'all' ? 'fieldset:has(> .opt)' : '.row, .gap')) {
        for (const input of part.querySelectorAll('input:is([type=radio], [type=checkbox])')) {
          if (('ok' in input.dataset) === isRight && !input.closest('.sure')) input.checked = true;
        }
        const field = part.querySelector('input[type=text]');
        if (field) {
          const [answer] = accepts[field.name];
          field.value = isRight ? (answer.text ?? `${answer.low} ${answer.unit ?? ''}`) : answer.text ? 'no' : `77 ${answer.unit ?? ''}`;
        } else if (part.querySelector('select') && kind !== 'order') {
          const select = part.querySelector('select');
          select.value = [...select.options].find(option => option.value && ('ok' in option.dataset) === isRight).value;
        }
      }
      const sure = form.querySelector('.sure input');
      if (sure) sure.checked = true;
      form.querySelector('button.primary').click();
    }
  }
"""

STATES = {
    "fresh": "() => {}",
    "checked wrong": f"() => ({ANSWER_ALL})(false)",
    "checked right": f"() => ({ANSWER_ALL})(true)",
    "everything open": "() => document.querySelectorAll('details').forEach(details => details.open = true)",
    "something missing": "() => document.querySelectorAll('button.primary').forEach(button => button.click())",
}


@pytest.fixture(params=STATES)
def state(request):
    return request.param


@pytest.fixture(params=["ltr", "rtl"])
def page(request, open_page, mode, state):
    page = open_page(PRACTICE, **MODES[mode])
    page.evaluate("direction => document.documentElement.dir = direction", request.param)
    page.evaluate(STATES[state])
    if state.startswith("checked"):
        checked = page.locator("form[data-checked]").count()
        assert checked == 9
    return page


@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_nothing_in_any_state(page, state):
    violations = Axe().run(page, options={"preload": False}).response["violations"]
    assert [f"{entry['id']}: {entry['help']} {[node['target'] for node in entry['nodes']]}" for entry in violations] == []


@pytest.mark.parametrize("mode", ["light", "phone"])
def test_everything_fits_in_any_state(page, state):
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    small = page.evaluate(
        """[...document.querySelectorAll('button, input, select, textarea, summary')]
             .filter(element => element.checkVisibility({ visibilityProperty: true }))
             .map(element => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
             .filter(([, box]) => box.width > 0 && (box.width < 24 || box.height < 24))
             .map(([html, box]) => `${html} ${box.width} × ${box.height}`)"""
    )
    assert small == []
