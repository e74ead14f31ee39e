"""Forms drawn with Designsystemet."""

from django.forms.renderers import TemplatesSetting


class FormRenderer(TemplatesSetting):
    """Our own templates for a form and for one field."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
