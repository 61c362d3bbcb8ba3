"""The tag that shows an item in a digest."""

from django import template

from articles.rendering import item_html

register = template.Library()

register.simple_tag(item_html)
