"""Forms that may be sent twice by accident: `{% once %}` in the form, `carry_out_once` in the view.

{% csrf_token %}{% once %}

def create(request):
    ...
    return carry_out_once(request, lambda: reverse("case", args=[create_case(...)]))
"""

from collections.abc import Callable
from hashlib import sha256

from django.http import HttpResponse, HttpResponseRedirect

from anskaff.records.once import Answer, once
from anskaff.web.request import PageRequest, acting

FIELD = "once"


def carry_out_once(request: PageRequest, deed: Callable[[], str]) -> HttpResponse:
    """Do the deed and go to the address it returns; a repeated form goes to the same address.

    Raises:
        Conflict: the form was changed after it was sent the first time, with the same token.
    """
    token = request.POST.get(FIELD, "")
    if not token:
        return HttpResponseRedirect(deed())
    sent = request.POST.copy()
    sent.pop("csrfmiddlewaretoken", None)
    answer = once(
        f"person/{acting(request).person}",
        sha256(token.encode()).hexdigest(),
        f"{request.path}?{sent.urlencode()}".encode(),
        lambda: Answer(status=302, text=deed()),
        at=request.now,
    )
    return HttpResponseRedirect(answer.text)
